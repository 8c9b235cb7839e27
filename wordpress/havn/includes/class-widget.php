<?php
/**
 * A widget for classic themes: any element in a sidebar. Where widgets are blocks, the blocks are there too.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * An element in a sidebar.
 */
class Widget extends \WP_Widget {
	/**
	 * Names it.
	 */
	public function __construct() {
		parent::__construct(
			'havn',
			__( 'Havn', 'havn' ),
			array(
				'classname'             => 'widget_havn',
				'description'           => __( "Norway's help for victims of human trafficking.", 'havn' ),
				'show_instance_in_rest' => true,
			)
		);
	}

	/**
	 * Prints it.
	 *
	 * @param array $args     Of the sidebar.
	 * @param array $instance As `update` has left it.
	 */
	public function widget( $args, $instance ) {
		$name       = $instance['element'] ?? 'hotline-banner';
		$attributes = array( 'lang' => $instance['lang'] ?? '' );
		// Across a page a banner is a bar; a sidebar is narrow.
		if ( 'hotline-banner' === $name ) {
			$attributes['layout'] = 'card';
		}
		$attributes['service'] = $instance['service'] ?? '';
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- The theme's own, and ours.
		echo $args['before_widget'] . element( $name, $attributes ) . $args['after_widget'];
	}

	/**
	 * Keeps what the build knows, and nothing else.
	 *
	 * @param array $given As the form has sent it.
	 * @param array $old   As it was.
	 * @return array
	 */
	public function update( $given, $old ) {
		unset( $old );
		$kept  = array();
		$given = array_filter( (array) $given, 'is_string' );
		if ( isset( facts()['elements'][ $given['element'] ?? '' ] ) ) {
			$kept['element'] = $given['element'];
		}
		if ( isset( facts()['languages'][ $given['lang'] ?? '' ] ) ) {
			$kept['lang'] = $given['lang'];
		}
		if ( isset( facts()['services'][ $given['service'] ?? '' ] ) ) {
			$kept['service'] = $given['service'];
		}
		return $kept;
	}

	/**
	 * Its settings.
	 *
	 * @param array $instance As `update` has left it.
	 */
	public function form( $instance ) {
		$elements = array_map(
			function ( $element ) {
				return translate( $element['title'], 'havn' ); // phpcs:ignore WordPress.WP.I18n -- The build has them all.
			},
			facts()['elements']
		);
		$services = array_map(
			function ( $service ) {
				return translate( $service, 'havn' ); // phpcs:ignore WordPress.WP.I18n
			},
			facts()['services']
		);
		$this->select( 'element', __( 'What to show', 'havn' ), $elements, $instance['element'] ?? 'hotline-banner' );
		$this->select( 'service', __( 'Service, for the service card', 'havn' ), $services, $instance['service'] ?? 'rosa-helpline' );
		$languages = array( '' => __( 'As the page', 'havn' ) ) + facts()['languages'];
		$this->select( 'lang', __( 'Language', 'havn' ), $languages, $instance['lang'] ?? '' );
		return '';
	}

	/**
	 * A list to choose from.
	 *
	 * @param string $field   Its name.
	 * @param string $label   Its words.
	 * @param array  $options Words by value.
	 * @param string $chosen  A value.
	 */
	private function select( $field, $label, $options, $chosen ) {
		printf(
			'<p><label for="%1$s">%2$s</label><select class="widefat" id="%1$s" name="%3$s">',
			esc_attr( $this->get_field_id( $field ) ),
			esc_html( $label ),
			esc_attr( $this->get_field_name( $field ) )
		);
		foreach ( $options as $value => $words ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $chosen, $value, false ), esc_html( $words ) );
		}
		echo '</select></p>';
	}
}

add_action(
	'widgets_init',
	function () {
		register_widget( Widget::class );
	}
);
