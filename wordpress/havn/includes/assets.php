<?php
/**
 * The script and the style sheet: from the folder of this plugin, on pages that show an element, and nowhere else.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * Registers both. The folder is named after what is in it: a language file that a browser has kept from the version
 * before never meets a newer script, which would refuse it by its hash.
 */
function register_assets() {
	$folder = facts()['folder'];
	wp_register_script(
		'havn',
		plugins_url( "$folder/havn.js", FILE ),
		array(),
		null, // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- The folder has the version.
		array( 'strategy' => 'defer' )
	);
	wp_register_style( 'havn', plugins_url( "$folder/havn.css", FILE ), array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
}
add_action( 'init', __NAMESPACE__ . '\register_assets', 5 );

/**
 * Whether an element has been printed on this page.
 *
 * @param bool $is_now One is being printed.
 * @return bool
 */
function is_needed( $is_now = false ) {
	static $is_needed = false;
	$is_needed        = $is_needed || $is_now;
	return $is_needed;
}

/**
 * Puts both on this page: into its head where that is yet to come, else at its end.
 */
function enqueue() {
	is_needed( true );
	wp_enqueue_script( 'havn' );
	wp_enqueue_style( 'havn' );
}

/**
 * Where styles of blocks are not loaded one by one, as in classic themes, WordPress puts the scripts of all blocks on all
 * pages. Ours comes with the first element that is printed, which in block themes is before this.
 */
function only_where_needed() {
	if ( ! is_admin() && ! is_needed() ) {
		wp_dequeue_script( 'havn' );
		wp_dequeue_style( 'havn' );
	}
}
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\only_where_needed', 11 );

/**
 * The browser refuses a script that is not the one of this build. Plugins for speed would join it with others, and then it
 * does not find its folder, or hold it back until somebody scrolls: each has a word of its own by which it lets it be
 * (Autoptimize, LiteSpeed Cache, WP Rocket, the Rocket Loader of Cloudflare).
 *
 * @param array $attributes Of a script tag.
 * @return array
 */
function add_integrity( $attributes ) {
	if ( 'havn-js' === ( $attributes['id'] ?? '' ) ) {
		$attributes['integrity']   = facts()['integrity'];
		$attributes['crossorigin'] = 'anonymous';

		$attributes += array(
			'data-noptimize'   => '1',
			'data-no-optimize' => '1',
			'nowprocket'       => true,
			'data-cfasync'     => 'false',
		);
	}
	return $attributes;
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\add_integrity' );
