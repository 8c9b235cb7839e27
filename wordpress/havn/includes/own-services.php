<?php
/**
 * The page's own services, which an editor has pasted, or chosen among the media.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * Pasted services, inside the tag. The element itself refuses what it does not take, record by record.
 *
 * @param mixed $text JSON, as a block has it.
 * @return string Empty where it is no JSON.
 */
function own_services( $text ) {
	$services = is_string( $text ) && '' !== $text ? json_decode( $text ) : null;
	if ( ! is_object( $services ) && ! is_array( $services ) ) {
		return '';
	}
	// Nothing in it can end the tag, and no "[word]" in it is taken for a shortcode.
	$json = wp_json_encode( $services, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	// Possessive: a long text would otherwise fill the stack of PCRE, and nothing would be left.
	$json = preg_replace_callback(
		'/"(?:[^"\\\\]++|\\\\.)*+"/s',
		function ( $found ) {
			return strtr( $found[0], array( '[' => '\u005b', ']' => '\u005d' ) );
		},
		(string) $json
	);
	return '<script type="application/json">' . $json . '</script>';
}

/**
 * JSON may stand in the media library: it is text that runs nowhere. After 10: a network has its own list of endings.
 *
 * @param array $types Types by ending.
 * @return array
 */
function allow_json( $types ) {
	$types['json'] = 'application/json';
	return $types;
}
add_filter( 'upload_mimes', __NAMESPACE__ . '\allow_json', 20 );

/**
 * Systems without a name for JSON call it plain text.
 *
 * @param array        $found    What WordPress takes it for.
 * @param string       $file     Its path.
 * @param string       $filename Its name.
 * @param array|null   $mimes    Types by ending.
 * @param string|false $real     What the system takes it for.
 * @return array
 */
function recognise_json( $found, $file, $filename, $mimes = null, $real = false ) {
	if ( empty( $found['type'] ) && 'text/plain' === $real && '.json' === strtolower( substr( $filename, -5 ) ) ) {
		$found['ext']  = 'json';
		$found['type'] = 'application/json';
	}
	return $found;
}
add_filter( 'wp_check_filetype_and_ext', __NAMESPACE__ . '\recognise_json', 10, 5 );
