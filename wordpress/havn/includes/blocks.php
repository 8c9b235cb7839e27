<?php
/**
 * A block for each element. What a page keeps of it are its settings alone: no tag that WordPress could take out when
 * somebody without `unfiltered_html` saves the page.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * Our words. Newer versions of WordPress find them by themselves; older ones have to be told.
 */
function load_words() {
	load_plugin_textdomain( 'havn', false, dirname( plugin_basename( FILE ) ) . '/languages' );
}
add_action( 'init', __NAMESPACE__ . '\load_words', 1 );

/**
 * The blocks, each described by a block.json that the build writes from the manifest.
 */
function register_blocks() {
	wp_register_script(
		'havn-editor',
		plugins_url( facts()['folder'] . '/editor.js', FILE ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n' ),
		null, // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- The folder has the version.
		true
	);
	wp_set_script_translations( 'havn-editor', 'havn', dirname( FILE ) . '/languages' );
	foreach ( array_keys( facts()['elements'] ) as $name ) {
		register_block_type(
			dirname( FILE ) . "/blocks/$name",
			array(
				'render_callback' => function ( $attributes ) use ( $name ) {
					return '<div ' . get_block_wrapper_attributes() . '>' . element( $name, $attributes ) . '</div>';
				},
			)
		);
	}
}
add_action( 'init', __NAMESPACE__ . '\register_blocks' );

/**
 * What the editor has to know of the site, once it is asked for.
 */
function tell_editor() {
	$data = array(
		'language'    => negotiate( get_locale() ),
		'canUseMedia' => current_user_can( 'upload_files' ),
	);
	wp_add_inline_script( 'havn-editor', 'window.havnEditor = ' . wp_json_encode( $data ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_editor' );

/**
 * Their place in the inserter.
 *
 * @param array $categories Of blocks.
 * @return array
 */
function add_category( $categories ) {
	$categories[] = array(
		'slug'  => 'havn',
		'title' => __( 'Havn', 'havn' ),
	);
	return $categories;
}
add_filter( 'block_categories_all', __NAMESPACE__ . '\add_category' );
