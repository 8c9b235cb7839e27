<?php
/**
 * An element as HTML: the tag with its attributes, and in it all of its content as plain HTML, for readers without script.
 *
 * @package Havn
 */

namespace Havn;

defined( 'ABSPATH' ) || exit;

/**
 * What the build knows: the elements and their attributes from the manifest, the languages, the script and its hash.
 *
 * @return array
 */
function facts() {
	static $facts = null;
	if ( null === $facts ) {
		$facts = require __DIR__ . '/generated.php';
	}
	return $facts;
}

/**
 * The language of the page, as its own `lang` has it: plugins for several languages filter that.
 *
 * @return string A language tag, e.g. "nb-NO".
 */
function page_language() {
	// An early or odd call must not break a page: the language of the site stands in.
	$attributes = get_language_attributes();
	return preg_match( '/\blang="([^"]+)"/', $attributes, $found ) ? $found[1] : get_bloginfo( 'language' );
}

/**
 * The language to show, of those there are, by the same rules as the script has.
 *
 * @param string $tag A language tag.
 * @return string
 */
function negotiate( $tag ) {
	$languages = facts()['languages'];
	$language  = preg_match( '/^\s*([a-z]+)(?:[-_]|\s*$)/i', $tag, $found ) ? strtolower( $found[1] ) : '';
	$language  = array(
		'no' => 'nb',
		'tl' => 'fil',
	)[ $language ] ?? $language;
	return isset( $languages[ $language ] ) ? $language : 'en';
}

/**
 * An address as a browser reads it from a tag. What is judged has to be what is printed, letter by letter.
 *
 * @param string $given As a block or a shortcode has it.
 * @return string Empty where it cannot be told: `esc_attr` leaves a reference to a letter as it is, and a browser would make
 *                the letter of it, so that "/&#47;" or "/&#13;/" leads to another server.
 */
function plain_address( $given ) {
	$address = html_entity_decode( trim( $given ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return preg_match( '/&#?\w+;/', $address ) ? '' : $address;
}

/**
 * Whether an address is of this site: a path, or of its host and port.
 *
 * @param string $address A path, or an absolute address.
 * @return bool
 */
function is_of_site( $address ) {
	$home = home_url( '/' );
	$host = wp_parse_url( $address, PHP_URL_HOST );
	return null === $host
		|| ( wp_parse_url( $home, PHP_URL_HOST ) === strtolower( (string) $host )
		&& wp_parse_url( $home, PHP_URL_PORT ) === wp_parse_url( $address, PHP_URL_PORT ) );
}

/**
 * Whether an address may stand in a tag: of this site, or of any other where who wrote the post may write any HTML. Whose
 * services a reader sees, and where the way out leads, is not for every account that may write.
 *
 * @param string $address A path, or an absolute address.
 * @return bool
 */
function may_lead_to( $address ) {
	if ( is_of_site( $address ) ) {
		return true;
	}
	$post = get_post();
	return $post && user_can( (int) $post->post_author, 'unfiltered_html' );
}

/**
 * A value as an attribute may have it, or null: then the attribute is left out, and the default stands.
 *
 * @param array    $kind  Of the attribute: its type, and what it may be.
 * @param mixed    $value What a block, a shortcode or a widget says.
 * @param callable $may   Told an address: whether it may stand there.
 * @return string|null
 */
function attribute_value( $kind, $value, $may ) {
	if ( ! is_scalar( $value ) ) {
		return null;
	}
	$text = trim( (string) $value );
	switch ( $kind['type'] ) {
		case 'flag':
			return is_bool( $value ) ? ( $value ? '' : null )
				: ( in_array( strtolower( $text ), array( '', '0', 'false', 'no', 'off' ), true ) ? null : '' );
		case 'choice':
			return in_array( $text, $kind['values'], true ) && ( $kind['default'] ?? null ) !== $text ? $text : null;
		case 'number':
			return preg_match( '/^\d{1,3}$/', $text ) && $text >= $kind['least'] && $text <= ( $kind['most'] ?? 99 ) ? $text : null;
		case 'address':
			// What the element would refuse, a link without script must not have either. A page of this site is no way out.
			$text = plain_address( $text );
			return preg_match( '~^https?://[a-z0-9.-]+(?::\d+)?(?:[/?#][^"\'<>`\\\\\x00-\x20\x7f-\xff]*)?$~i', $text ) && ! is_of_site( $text ) && $may( $text ) ? $text : null;
		case 'source':
			$text = plain_address( $text );
			return preg_match( '~^(?:https?:/)?/[^"\'<>`\\\\\x00-\x20\x7f-\xff]+$~i', $text ) && $may( $text ) ? $text : null;
	}
	return null;
}

/**
 * The attributes of an element that a tag may have.
 *
 * @param string   $name  Of the element, e.g. "hotline-banner".
 * @param array    $given By name, of a block, a shortcode or a widget.
 * @param callable $may   Told an address: whether it may stand there.
 * @return array Text by name, with nothing that the element would refuse.
 */
function attributes_of( $name, $given, $may ) {
	$attributes = array();
	$lang       = $given['lang'] ?? '';
	if ( is_string( $lang ) && preg_match( '/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/', $lang ) ) {
		$attributes['lang'] = str_replace( '_', '-', $lang );
	}
	foreach ( facts()['elements'][ $name ]['attributes'] as $attribute => $kind ) {
		$value = isset( $given[ $attribute ] ) ? attribute_value( $kind, $given[ $attribute ], $may ) : null;
		if ( null !== $value ) {
			$attributes[ $attribute ] = $value;
		}
	}
	return $attributes;
}

/**
 * A file of plain HTML. The build has written it so that nothing which WordPress does to a text can hit it.
 *
 * @param string $name     Of the element.
 * @param string $language One that there is.
 * @return string
 */
function plain_html( $name, $language ) {
	static $read = array();
	$file        = "$name.$language";
	if ( ! isset( $read[ $file ] ) ) {
		$path          = dirname( FILE ) . "/fallback/$file.html";
		$read[ $file ] = is_readable( $path ) ? (string) file_get_contents( $path ) : '';
	}
	return $read[ $file ];
}

/**
 * The content of an element as plain HTML.
 *
 * @param string $name       Of the element.
 * @param array  $attributes As `attributes_of` has them.
 * @return string
 */
function fallback( $name, $attributes ) {
	$language = negotiate( $attributes['lang'] ?? page_language() );
	$html     = plain_html( $name, $language );
	if ( 'service-card' === $name && isset( $attributes['service'] ) ) {
		$html = card_html( $attributes['service'], $language );
	}
	if ( 'quick-exit' === $name ) {
		$html = exit_html( $language, $attributes['href'] ?? null );
	}
	if ( isset( $attributes['exit'] ) ) {
		$html = exit_html( $language, $attributes['exit-href'] ?? null ) . $html;
	}
	// A file that has not arrived on the server: the number comes from another one, or from the facts.
	return '' !== $html ? $html : facts()['helpline'][ $language ];
}

/**
 * The way out, as a plain link.
 *
 * @param string      $language One that there is.
 * @param string|null $href     Where it leads, or null: where the build says.
 * @return string
 */
function exit_html( $language, $href ) {
	$html = plain_html( 'quick-exit', $language );
	if ( null === $href ) {
		return $html;
	}
	return str_replace( 'href="' . facts()['exit'] . '"', 'href="' . esc_url( $href, array( 'http', 'https' ) ) . '"', $html );
}

/**
 * The card of one service, cut from all of them.
 *
 * @param string $service  The id of the service.
 * @param string $language One that there is.
 * @return string Empty: there is none.
 */
function card_html( $service, $language ) {
	$pattern = '~<!--' . preg_quote( $service, '~' ) . '-->\n(.*?)\n<!--/-->~s';
	return preg_match( $pattern, plain_html( 'cards', $language ), $found ) ? $found[1] . "\n" : '';
}

/**
 * An element for a page. Whatever is given, there is a number in it.
 *
 * @param string   $name  Of the element; one that there is not becomes the banner.
 * @param array    $given Attributes by name; "services": the page's own, as JSON.
 * @param callable $may   Told an address: whether it may stand there.
 * @return string
 */
function element( $name, $given = array(), $may = __NAMESPACE__ . '\may_lead_to' ) {
	if ( ! isset( facts()['elements'][ $name ] ) ) {
		$name = 'hotline-banner';
	}
	$attributes = attributes_of( $name, $given, $may );
	$fallback   = fallback( $name, $attributes );
	if ( is_feed() ) {
		// Readers of feeds run no script, and filter tags they do not know, some with what is in them.
		return $fallback;
	}
	enqueue();
	$tag = "havn-$name";
	$all = '';
	foreach ( $attributes as $attribute => $value ) {
		$all .= ' ' . $attribute . '="' . esc_attr( $value ) . '"';
	}
	$services = isset( facts()['elements'][ $name ]['attributes']['src'] ) ? own_services( $given['services'] ?? '' ) : '';
	return "<$tag$all>$fallback$services</$tag>";
}
