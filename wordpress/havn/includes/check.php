<?php
/**
 * "Check this site": what `verify` finds and PHP can see: the files, and the pages as a reader gets them.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * More pages would keep the webmaster waiting.
 */
const MOST_PAGES = 10;

/**
 * A line of the report.
 *
 * @param string $kind    "fault", "look" or "good".
 * @param string $words   What was found.
 * @param string $address Of the page, if it is about one.
 * @return array
 */
function finding( $kind, $words, $address = '' ) {
	return compact( 'kind', 'words', 'address' );
}

/**
 * The files of the plugin, as the build has written them.
 *
 * @return array Of findings.
 */
function check_files() {
	foreach ( require __DIR__ . '/files.php' as $file => $hash ) {
		$path = dirname( FILE ) . "/$file";
		if ( ! is_readable( $path ) || 'sha384-' . base64_encode( hash_file( 'sha384', $path, true ) ) !== $hash ) { // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- As browsers write hashes.
			/* translators: %s: a file */
			return array( finding( 'fault', sprintf( __( 'The file %s is not the one of this version. Upload the plugin again.', 'havn' ), $file ) ) );
		}
	}
	return array( finding( 'good', __( 'All files are those of this version.', 'havn' ) ) );
}

/**
 * The addresses to look at: the front page where every page has the banner, and pages with a block or a shortcode.
 *
 * @return string[]
 */
function addresses() {
	$addresses = settings()['place'] ? array( home_url( '/' ) ) : array();
	foreach ( array( '<!-- wp:havn/', '[havn' ) as $trace ) {
		$posts = get_posts(
			array(
				's'              => $trace,
				'exact'          => false,
				'sentence'       => true,
				'search_columns' => array( 'post_content' ),
				'post_type'      => 'any',
				'post_status'    => 'publish',
				'posts_per_page' => MOST_PAGES, // phpcs:ignore WordPress.WP.PostsPerPage
			)
		);
		foreach ( $posts as $post ) {
			$addresses[] = get_permalink( $post );
		}
	}
	// Other plugins may say that a page is elsewhere: the server asks itself alone.
	$host = wp_parse_url( home_url( '/' ), PHP_URL_HOST );
	$own  = array_filter(
		$addresses,
		function ( $address ) use ( $host ) {
			return wp_parse_url( (string) $address, PHP_URL_HOST ) === $host;
		}
	);
	return array_slice( array_values( array_unique( $own ) ), 0, MOST_PAGES );
}

/**
 * What is wrong on a page that a reader gets.
 *
 * @param string                $html    The page.
 * @param array<string, string> $headers By name in lower case.
 * @return array Of findings.
 */
function check_page( $html, $headers ) {
	$found = array();
	if ( ! preg_match( '/<havn-[a-z-]+[ >]/', $html ) ) {
		$found[] = finding( 'fault', __( 'There is no element on it. A cache or another plugin may have an older page, or takes tags out.', 'havn' ) );
	}
	if ( ! preg_match( '/href="tel:\+?\d/', $html ) && ! preg_match( '/<havn-quick-exit/', $html ) ) {
		$found[] = finding( 'fault', __( 'There is no number to call on it without script.', 'havn' ) );
	}
	$scripts = new \WP_HTML_Tag_Processor( $html );
	$ours    = 0;
	while ( $scripts->next_tag( 'script' ) ) {
		$src = (string) $scripts->get_attribute( 'src' );
		if ( false === strpos( $src, '/havn.js' ) ) {
			continue;
		}
		++$ours;
		if ( false === strpos( $src, facts()['folder'] ) ) {
			$found[] = finding( 'fault', __( 'It loads the script of another version: empty the page cache.', 'havn' ) );
		} elseif ( $scripts->get_attribute( 'integrity' ) !== facts()['integrity'] ) {
			$found[] = finding( 'look', __( 'Something has changed the tag of the script: it has lost its integrity.', 'havn' ) );
		}
		$type = $scripts->get_attribute( 'type' );
		if ( is_string( $type ) && ! in_array( $type, array( '', 'text/javascript', 'application/javascript' ), true ) ) {
			$found[] = finding( 'fault', __( 'Something holds the script back, such as a consent plugin. Exempt havn.js: it stores nothing and asks nobody.', 'havn' ) );
		}
	}
	if ( ! $ours ) {
		$found[] = finding( 'fault', __( 'The script havn.js is not on it. A plugin for speed may have joined it with others: exempt it.', 'havn' ) );
	} elseif ( $ours > 1 ) {
		$found[] = finding( 'look', __( 'The script is on it more than once: is the theme loading Havn too?', 'havn' ) );
	}
	$policy = $headers['content-security-policy'] ?? '';
	if ( $policy && preg_match( '/(?:^|;)\s*(?:script-src|default-src)\s+([^;]*)/', $policy, $sources ) && ! preg_match( "~'self'|https?:|\\*|'strict-dynamic'~", $sources[1] ) ) {
		$found[] = finding( 'look', __( 'Its Content-Security-Policy may refuse the script. It has to allow the scripts of this site.', 'havn' ) );
	}
	return $found ? $found : array( finding( 'good', __( 'Element, number and script are there.', 'havn' ) ) );
}

/**
 * Checks the files and the pages.
 *
 * @return array Of findings.
 */
function check_site() {
	$found     = check_files();
	$addresses = addresses();
	if ( ! $addresses ) {
		$found[] = finding( 'look', __( 'No published page has an element yet. Those that stand in a widget or a template are not looked for.', 'havn' ) );
	}
	foreach ( $addresses as $address ) {
		// Of this site alone: an address that leads elsewhere is not followed.
		$answer = wp_safe_remote_get(
			$address,
			array(
				'timeout'     => 10,
				'redirection' => 0,
				'cookies'     => array(),
			)
		);
		$code   = wp_remote_retrieve_response_code( $answer );
		if ( is_wp_error( $answer ) || 200 !== (int) $code ) {
			$found[] = finding( 'look', __( 'The server cannot read this page by itself. Look at it as a reader, logged out, on a phone, and with scripts switched off.', 'havn' ), $address );
			continue;
		}
		$headers = array();
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			$headers[ strtolower( $name ) ] = is_array( $value ) ? implode( ', ', $value ) : $value;
		}
		foreach ( check_page( wp_remote_retrieve_body( $answer ), $headers ) as $one ) {
			$found[] = array( 'address' => $address ) + $one;
		}
	}
	$found[] = finding( 'look', __( 'What PHP cannot see: whether the element shows in a browser. Open each page logged out; the searching and the choosing have to work.', 'havn' ) );
	return $found;
}

/**
 * Prints the report.
 *
 * @param array $found Findings.
 */
function print_findings( $found ) {
	$words = array(
		'fault' => __( 'Wrong', 'havn' ),
		'look'  => __( 'Look at it', 'havn' ),
		'good'  => __( 'Good', 'havn' ),
	);
	$looks = array(
		'fault' => 'notice-error',
		'look'  => 'notice-warning',
		'good'  => 'notice-success',
	);
	echo '<div id="havn-findings" role="status">';
	foreach ( $found as $one ) {
		printf( '<div class="notice inline %s"><p><strong>%s:</strong> ', esc_attr( $looks[ $one['kind'] ] ), esc_html( $words[ $one['kind'] ] ) );
		if ( $one['address'] ) {
			printf( '<a href="%1$s">%2$s</a> ', esc_url( $one['address'] ), esc_html( (string) wp_parse_url( $one['address'], PHP_URL_PATH ) ) );
		}
		echo esc_html( $one['words'] ) . '</p></div>';
	}
	echo '</div>';
}
