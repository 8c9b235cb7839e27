<?php
/**
 * Plugin Name:       Havn
 * Description:       Norway's help for victims of human trafficking: the helpline, the services and the rights, as blocks. Every reader gets the numbers, also without script.
 * Version:           {{version}}
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            Havn
 * License:           MIT AND CC-BY-4.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       havn
 * Domain Path:       /languages
 * Update URI:        false
 *
 * `Update URI: false`: a plugin of the same name in the public directory is another one, and must never take its place.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/addresses.php';
require __DIR__ . '/includes/assets.php';
require __DIR__ . '/includes/blocks.php';
require __DIR__ . '/includes/own-services.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/class-widget.php';
require __DIR__ . '/includes/every-page.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/check.php';
	require __DIR__ . '/includes/settings.php';
}
