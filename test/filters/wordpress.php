<?php
/**
 * Reads {html, theme} as JSON and answers with what WordPress saves of the HTML for an author who may not post unfiltered
 * HTML (wp_kses_post), and what it prints of that in a classic post (wptexturize and wpautop). All of it is WordPress's
 * own code, loaded in the order of wp-settings.php, without its database. `theme` is PHP that runs before, as a theme.
 */

error_reporting( E_ALL & ~E_DEPRECATED );
define( 'ABSPATH', '/usr/share/wordpress/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', ABSPATH . 'wp-content' );
define( 'WP_DEBUG', false );
define( 'WP_LANG_DIR', ABSPATH . 'languages' );

foreach (
	array(
		'version.php',
		'compat.php',
		'load.php',
		'plugin.php',
		'class-wp-list-util.php',
		'class-wp-token-map.php',
		'formatting.php',
		'functions.php',
		'class-wp-error.php',
		'pomo/mo.php',
		'l10n.php',
		'kses.php',
		'shortcodes.php',
		'html-api/html5-named-character-references.php',
		'html-api/class-wp-html-attribute-token.php',
		'html-api/class-wp-html-span.php',
		'html-api/class-wp-html-doctype-info.php',
		'html-api/class-wp-html-text-replacement.php',
		'html-api/class-wp-html-decoder.php',
		'html-api/class-wp-html-tag-processor.php',
		'class-wp-block-parser-block.php',
		'class-wp-block-parser-frame.php',
		'class-wp-block-parser.php',
		'blocks.php',
	) as $file
) {
	require ABSPATH . WPINC . '/' . $file;
}
require ABSPATH . WPINC . '/default-filters.php';

list( 'html' => $html, 'theme' => $theme ) = json_decode( stream_get_contents( STDIN ), true );
// Our own documentation, not what somebody sends.
eval( $theme );

$saved = wp_kses_post( $html );
echo json_encode(
	array(
		'saved'   => $saved,
		'printed' => wpautop( wptexturize( $saved ) ),
	)
);
