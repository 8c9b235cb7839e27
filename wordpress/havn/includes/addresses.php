<?php
/**
 * Addresses of other sites in blocks, when a post is saved. `may_lead_to` asks who wrote the post that is shown. Here it is
 * asked who changes a post of somebody else, or writes a pattern that somebody else puts into a page. Shortcodes have none.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * The names of the attributes that are addresses, of all elements.
 *
 * @return string[]
 */
function address_names() {
	$names = array();
	foreach ( facts()['elements'] as $element ) {
		foreach ( $element['attributes'] as $name => $kind ) {
			if ( in_array( $kind['type'], array( 'address', 'source' ), true ) ) {
				$names[] = $name;
			}
		}
	}
	return array_unique( $names );
}

/**
 * A content without the addresses that may not stand in it.
 *
 * @param string   $content Of a post.
 * @param callable $may     Told an address: whether it may stand there.
 * @return string The same letter by letter where all may.
 */
function with_addresses( $content, $may ) {
	$is_changed = false;
	$walk       = function ( $blocks ) use ( &$walk, &$is_changed, $may ) {
		foreach ( $blocks as &$block ) {
			$block['innerBlocks'] = $walk( $block['innerBlocks'] );
			if ( 0 !== strpos( (string) $block['blockName'], 'havn/' ) ) {
				continue;
			}
			foreach ( address_names() as $name ) {
				$address = $block['attrs'][ $name ] ?? '';
				if ( ! is_string( $address ) || ! $may( $address ) ) {
					unset( $block['attrs'][ $name ] );
					$is_changed = true;
				}
			}
		}
		return $blocks;
	};
	preg_match( '//', '' ); // Forgets what has failed before.
	$blocks = parse_blocks( $content );
	if ( PREG_NO_ERROR !== preg_last_error() ) {
		// WordPress gives up on a text that is too much for PCRE, but may read its parts where it shows page by page. Nothing
		// is lost: a block of ours becomes a comment.
		return str_replace( 'wp:havn/', 'wp-havn/', $content );
	}
	$blocks = $walk( $blocks );
	return $is_changed ? serialize_blocks( $blocks ) : $content;
}

/**
 * Takes out of what is saved the addresses of other sites that are new in it, unless who saves it may write any HTML.
 * Those that stand there already have been put there by somebody who may.
 *
 * @param array $data What is written into the database, with slashes.
 * @param array $post What was to be saved.
 * @return array
 */
function without_new_addresses( $data, $post ) {
	$content = wp_unslash( $data['post_content'] );
	if ( current_user_can( 'unfiltered_html' ) || false === strpos( $content, 'wp:havn/' ) ) {
		return $data;
	}
	$known = array();
	// An autosave is a post of its own, below the one that it is of. Below any other post whoever saves it may choose what is.
	$parent = 'revision' === ( $data['post_type'] ?? '' ) ? $data['post_parent'] ?? 0 : 0;
	foreach ( array( $post['ID'] ?? 0, $parent ) as $id ) {
		$before = $id ? get_post( $id ) : null;
		if ( $before ) {
			with_addresses(
				$before->post_content,
				function ( $address ) use ( &$known ) {
					$known[] = $address;
					return true;
				}
			);
		}
	}
	$left = with_addresses(
		$content,
		function ( $address ) use ( $known ) {
			return is_of_site( plain_address( $address ) ) || in_array( $address, $known, true );
		}
	);
	if ( $left !== $content ) {
		$data['post_content'] = wp_slash( $left );
	}
	return $data;
}
add_filter( 'wp_insert_post_data', __NAMESPACE__ . '\without_new_addresses', 10, 2 );
// Uploads do not pass there.
add_filter( 'wp_insert_attachment_data', __NAMESPACE__ . '\without_new_addresses', 10, 2 );
