<?php
/**
 * The settings page: where the banner stands on every page, in which language, with or without the way out.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * Its place in the menu.
 */
function add_page() {
	add_options_page( __( 'Havn', 'havn' ), __( 'Havn', 'havn' ), 'manage_options', 'havn', __NAMESPACE__ . '\print_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

/**
 * WordPress keeps what the form sends, cleaned.
 */
function register() {
	register_setting(
		'havn',
		'havn',
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\clean_settings',
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register' );

/**
 * A link to it in the list of plugins.
 *
 * @param array $links Of this plugin.
 * @return array
 */
function add_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=havn' ) ), esc_html__( 'Settings', 'havn' ) );
	array_unshift( $links, $link );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_link' );

/**
 * A list to choose from.
 *
 * @param string $field   Its name in the settings.
 * @param string $label   Its words.
 * @param array  $options Words by value.
 */
function print_select( $field, $label, $options ) {
	printf( '<tr><th scope="row"><label for="havn-%1$s">%2$s</label></th><td><select id="havn-%1$s" name="havn[%1$s]">', esc_attr( $field ), esc_html( $label ) );
	foreach ( $options as $value => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( settings()[ $field ], $value, false ), esc_html( $words ) );
	}
	echo '</select></td></tr>';
}

/**
 * Prints it.
 */
function print_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Havn', 'havn' ); ?></h1>
		<p><?php esc_html_e( 'Any page can have the elements: add a block, and look for "Havn". Here you can also put the banner with the helpline on every page.', 'havn' ); ?></p>
		<form method="post" action="options.php">
			<?php settings_fields( 'havn' ); ?>
			<table class="form-table" role="presentation">
				<?php
				print_select(
					'place',
					__( 'Banner on every page', 'havn' ),
					array(
						''       => __( 'No', 'havn' ),
						'top'    => __( 'At the top', 'havn' ),
						'bottom' => __( 'At the bottom', 'havn' ),
					)
				);
				$languages = array(
					''     => __( 'As the page', 'havn' ),
					'menu' => __( 'As the page, and a menu to choose another', 'havn' ),
				);
				print_select( 'lang', __( 'Language of this banner', 'havn' ), $languages + facts()['languages'] );
				?>
				<tr>
					<th scope="row"><?php esc_html_e( 'The way out', 'havn' ); ?></th>
					<td><label><input type="checkbox" name="havn[exit]" value="1" <?php checked( settings()['exit'] ); ?>> <?php esc_html_e( 'Show a button in this banner that leaves the page at once', 'havn' ); ?></label></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'Check this site', 'havn' ); ?></h2>
		<p><?php esc_html_e( 'Looks at pages of this site that have an element, as a reader gets them. It asks this site alone.', 'havn' ); ?></p>
		<form method="post">
			<?php wp_nonce_field( 'havn-check', 'havn-check' ); ?>
			<?php submit_button( __( 'Check this site', 'havn' ), 'secondary', 'havn-check-now' ); ?>
		</form>
		<?php
		if ( isset( $_POST['havn-check-now'] ) && check_admin_referer( 'havn-check', 'havn-check' ) ) {
			print_findings( check_site() );
		}
		?>
	</div>
	<?php
}
