<?php
/**
 * What of the WordPress coding standard keeps a site safe and can be told from tokens, since its own sniffer is in no
 * registry that we have: php style.php FILE... prints what does not follow it.
 */

foreach ( array_slice( $argv, 1 ) as $file ) {
	$source = file_get_contents( $file );
	$tell   = function ( $line, $words ) use ( $file ) {
		echo "$file:$line: $words\n";
	};
	$lines = explode( "\n", $source );
	foreach ( $lines as $index => $text ) {
		// By itself, in the lines of its call, or with a word before it on why not.
		$around = implode( "\n", array_slice( $lines, max( 0, $index - 1 ), 5 ) );
		if ( preg_match( '/^\s*(?:echo|printf)\b/', $text ) && ! preg_match( "/^\s*echo '[^']*';$/", $text ) && ! preg_match( '/esc_|phpcs:ignore/', $around ) ) {
			$tell( $index + 1, 'Escape what is printed.' );
		}
	}
	if ( "\n" !== substr( $source, -1 ) || preg_match( '/\?>\s*$/', $source ) ) {
		$tell( 0, 'End with a new line, and no closing tag.' );
	}
	$tokens = PhpToken::tokenize( $source );
	foreach ( $tokens as $token ) {
		if ( $token->is( array( T_EVAL, T_OPEN_TAG_WITH_ECHO, T_GOTO ) ) ) {
			$tell( $token->line, "Not $token->text." );
		}
		if ( $token->is( array( T_IS_EQUAL, T_IS_NOT_EQUAL ) ) ) {
			$tell( $token->line, 'Compare with ===.' );
		}
	}
}
