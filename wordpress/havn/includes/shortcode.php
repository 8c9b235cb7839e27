<?php
/**
 * `[havn element="hotline-banner" layout="card"]`, for the classic editor and for page builders.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * An element by a shortcode. It leads to no other site, whoever has written the post: what becomes a shortcode is known
 * only when all else in a text has been printed, so that who may not write any HTML cannot be kept from it on saving.
 *
 * @param array|string $given Attributes by name; a word alone, as in `[havn exit]`, has a number for a name.
 * @return string
 */
function shortcode( $given ) {
	$attributes = array();
	foreach ( (array) $given as $name => $value ) {
		if ( is_int( $name ) ) {
			$attributes[ strtolower( trim( $value, "\"'" ) ) ] = true;
		} else {
			$attributes[ $name ] = html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		}
	}
	$name = preg_replace( '/^havn-/', '', (string) ( $attributes['element'] ?? 'hotline-banner' ) );
	$html = element( $name, $attributes, __NAMESPACE__ . '\is_of_site' );
	if ( ! isset( facts()['elements'][ $name ] ) && current_user_can( 'edit_posts' ) ) {
		$known = implode( ', ', array_keys( facts()['elements'] ) );
		/* translators: 1: what was written, 2: list of names */
		$words = sprintf( __( 'Havn has no element "%1$s", so this shows the banner. There are: %2$s. Readers do not see this line.', 'havn' ), $name, $known );
		$html .= '<p>' . esc_html( $words ) . '</p>';
	}
	return $html;
}
add_action(
	'init',
	function () {
		add_shortcode( 'havn', __NAMESPACE__ . '\shortcode' );
	}
);
