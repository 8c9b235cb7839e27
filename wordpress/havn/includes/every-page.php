<?php
/**
 * The banner on every page, where the settings ask for it.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * The settings, whatever the database holds.
 *
 * @return array `place`: "", "top" or "bottom"; `lang`: "" as the page, "menu" with a choice, or a language; `exit`: a boolean.
 */
function settings() {
	$kept = get_option( 'havn' );
	$kept = is_array( $kept ) ? $kept : array();
	return clean_settings( $kept );
}

/**
 * Settings with nothing in them that is not ours.
 *
 * @param mixed $given From the form or the database.
 * @return array
 */
function clean_settings( $given ) {
	$given = is_array( $given ) ? $given : array();
	$place = $given['place'] ?? '';
	$lang  = $given['lang'] ?? '';
	return array(
		'place' => in_array( $place, array( 'top', 'bottom' ), true ) ? $place : '',
		'lang'  => 'menu' === $lang || ( is_string( $lang ) && isset( facts()['languages'][ $lang ] ) ) ? $lang : '',
		'exit'  => ! empty( $given['exit'] ),
	);
}

/**
 * Prints the banner at one end of the page.
 *
 * @param string $place Which end: "top" or "bottom".
 */
function print_banner( $place ) {
	$settings = settings();
	if ( $settings['place'] !== $place ) {
		return;
	}
	$has_menu = 'menu' === $settings['lang'];
	$html     = element(
		'hotline-banner',
		array(
			'lang' => $has_menu ? '' : $settings['lang'],
			'exit' => $settings['exit'],
		)
	);
	if ( $has_menu ) {
		$html .= element( 'language-menu' );
	}
	echo '<div class="havn-every-page">' . $html . '</div>'; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Written by the build.
}
add_action(
	'wp_body_open',
	function () {
		print_banner( 'top' );
	}
);
// Before 20, where WordPress prints the scripts at the end.
add_action(
	'wp_footer',
	function () {
		print_banner( 'bottom' );
	},
	5
);
