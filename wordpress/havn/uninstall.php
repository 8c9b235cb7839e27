<?php
/**
 * Leaves nothing behind: neither settings nor widgets, on no site of a network. Pages keep the settings of their blocks,
 * which show nothing without the plugin.
 *
 * @package Havn
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * What one site has kept.
 */
function havn_forget() {
	delete_option( 'havn' );
	delete_option( 'widget_havn' );
	$sidebars = get_option( 'sidebars_widgets' );
	if ( ! is_array( $sidebars ) ) {
		return;
	}
	$is_other = function ( $widget ) {
		return 0 !== strpos( (string) $widget, 'havn-' );
	};
	foreach ( $sidebars as $sidebar => $widgets ) {
		if ( is_array( $widgets ) ) {
			$sidebars[ $sidebar ] = array_values( array_filter( $widgets, $is_other ) );
		}
	}
	update_option( 'sidebars_widgets', $sidebars );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $havn_site ) {
		switch_to_blog( $havn_site );
		havn_forget();
		restore_current_blog();
	}
} else {
	havn_forget();
}
