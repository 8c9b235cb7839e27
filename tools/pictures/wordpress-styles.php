<?php
// What WordPress writes into the head of a page from the theme.json of a theme, without a site: php wordpress-styles.php FOLDER [VARIATION]
[, $folder, $variation] = $argv + [2 => ''];
define('ABSPATH', "$folder/");
define('WPINC', 'wp-includes');
define('WP_DEBUG', false);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', false);
define('WP_CONTENT_DIR', ABSPATH . 'wp-content');
define('WP_CONTENT_URL', '/wp-content');
$files = 'compat class-wp-list-util class-wp-token-map formatting functions class-wp-error load plugin cache
    pomo/translations l10n kses class-wp-block-supports block-supports/typography block-supports/layout
    class-wp-block-type class-wp-block-type-registry class-wp-block-styles-registry style-engine
    style-engine/class-wp-style-engine style-engine/class-wp-style-engine-css-declarations
    style-engine/class-wp-style-engine-css-rule style-engine/class-wp-style-engine-css-rules-store
    style-engine/class-wp-style-engine-processor class-wp-theme-json class-wp-theme-json-data
    class-wp-theme-json-schema';
foreach (preg_split('/\s+/', $files) as $file) {
    require_once ABSPATH . WPINC . "/$file.php";
}
wp_cache_init();
add_filter('pre_option', fn() => '');
function get_theme_mod() { return null; }
function current_theme_supports() { return false; }
function wp_is_block_theme() { return true; }
function wp_get_global_settings($path = []) { global $all; return _wp_array_get($all->get_settings(), $path, []); }
$theme = ABSPATH . 'wp-content/themes/twentytwentyfive';
$all = new WP_Theme_JSON(wp_json_file_decode(ABSPATH . WPINC . '/theme.json', ['associative' => true]), 'default');
foreach (array_filter(["$theme/theme.json", $variation ? "$theme/styles/$variation.json" : '']) as $file) {
    $all->merge(new WP_Theme_JSON(wp_json_file_decode($file, ['associative' => true]), 'theme'));
}
echo $all->get_stylesheet();
