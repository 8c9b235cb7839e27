<?php
/**
 * As much of WordPress as the plugin needs to print an element and to check a site: php stubs.php FOLDER prints what the
 * tests look at, as JSON.
 */

define( 'ABSPATH', '/' );

/** The author of the post may write any HTML. */
$trusted = false;
/** What the server has been asked for. */
$asked = array();

class WP_Widget {}
// phpcs:disable -- Names of WordPress.
function add_action() {}
function add_filter() {}
function is_admin() { return true; }
function is_feed() { return false; }
function plugin_basename( $file ) { return basename( $file ); }
function wp_enqueue_script() {}
function wp_enqueue_style() {}
function get_language_attributes() { return 'lang="nb-NO"'; }
function get_bloginfo() { return 'nb'; }
function get_option() { return array(); }
function __( $words ) { return $words; }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_url( $address ) { return htmlspecialchars( $address, ENT_QUOTES ); }
function wp_json_encode( $data, $flags = 0 ) { return json_encode( $data, $flags ); }
function wp_parse_url( $address, $part ) { return parse_url( $address, $part ); }
function home_url( $path = '' ) { return "https://site.example$path"; }
function get_post() { return (object) array( 'post_author' => '7' ); }
function user_can( $user, $right ) { return 7 === $user && 'unfiltered_html' === $right && $GLOBALS['trusted']; }
function get_posts() { return array( 1, 2 ); }
function get_permalink( $post ) { return 1 === $post ? 'https://site.example/help/' : 'http://169.254.169.254/latest/'; }
function wp_remote_get( $address ) { $GLOBALS['asked'][] = $address; return array(); }
function wp_safe_remote_get( $address ) { return wp_remote_get( $address ); }
function wp_remote_retrieve_response_code() { return 0; }
function is_wp_error() { return false; }
// phpcs:enable

require $argv[1] . '/havn.php';

$given   = array(
	'own'      => array( 'service-finder', array( 'src' => '/own.json' ) ),
	'query'    => array( 'service-finder', array( 'src' => '/own.json?a=1&amp;copy=2' ) ),
	'here'     => array( 'service-finder', array( 'src' => 'https://SITE.example/own.json' ) ),
	'src'      => array( 'service-finder', array( 'src' => 'https://stranger.example/f/' ) ),
	'slashes'  => array( 'service-finder', array( 'src' => '//stranger.example/f/' ) ),
	'port'     => array( 'service-finder', array( 'src' => 'https://site.example:9/stranger.json' ) ),
	'three'    => array( 'service-finder', array( 'src' => 'https:///stranger.example/f/' ) ),
	'user'     => array( 'service-finder', array( 'src' => 'https://site.example@stranger.example/f/' ) ),
	'once'     => array( 'service-finder', array( 'src' => '/&#47;stranger.example/f/' ) ),
	'twice'    => array( 'service-finder', array( 'src' => '/&amp;#47;stranger.example/f/' ) ),
	'thrice'   => array( 'service-finder', array( 'src' => '/&amp;amp;#x2F;stranger.example/f/' ) ),
	'name'     => array( 'service-finder', array( 'src' => '/&amp;sol;stranger.example/f/' ) ),
	'return'   => array( 'service-finder', array( 'src' => '/&#13;/stranger.example/f/' ) ),
	'href'     => array( 'quick-exit', array( 'href' => 'https://stranger.example/x' ) ),
	'exitHref' => array( 'hotline-banner', array( 'exit' => true, 'exit-href' => 'https://stranger.example/x' ) ),
);
$printed = array();
foreach ( array( 'writer', 'editor' ) as $who ) {
	$trusted = 'editor' === $who;
	foreach ( $given as $what => list( $name, $attributes ) ) {
		$printed[ $who ][ $what ] = Havn\element( $name, $attributes );
	}
}
Havn\check_site();
echo json_encode( compact( 'printed', 'asked' ) );
