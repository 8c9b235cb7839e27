<?php
/**
 * What of the WordPress coding standard can be told from tokens, since its own sniffer is in no registry that we have:
 * php style.php FILE... prints what does not follow it.
 */

/** What is a token without meaning. */
const SPACES = array( T_WHITESPACE, T_COMMENT, T_DOC_COMMENT );

foreach ( array_slice( $argv, 1 ) as $file ) {
	$source = file_get_contents( $file );
	$tell   = function ( $line, $words ) use ( $file ) {
		echo "$file:$line: $words\n";
	};
	$lines = explode( "\n", $source );
	foreach ( $lines as $index => $text ) {
		if ( preg_match( '/^ +(?!\*)/', $text ) ) {
			$tell( $index + 1, 'Indent with tabs.' );
		}
		if ( preg_match( '/\s$/', $text ) ) {
			$tell( $index + 1, 'White space at the end.' );
		}
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
	foreach ( $tokens as $index => $token ) {
		$next   = $tokens[ $index + 1 ] ?? null;
		$before = $tokens[ $index - 1 ] ?? null;
		if ( '(' === $token->text && $next && ! $next->is( T_WHITESPACE ) && ')' !== $next->text ) {
			$tell( $token->line, 'A space after "(".' );
		}
		if ( ')' === $token->text && $before && ! $before->is( T_WHITESPACE ) && '(' !== $before->text ) {
			$tell( $token->line, 'A space before ")".' );
		}
		if ( '[' === $token->text && ( ! $before || ! ( $before->is( array( T_VARIABLE, T_STRING, T_CONSTANT_ENCAPSED_STRING ) ) || in_array( $before->text, array( ']', ')' ), true ) ) ) ) {
			$tell( $token->line, 'Write array().' );
		}
		if ( $token->is( array( T_EVAL, T_OPEN_TAG_WITH_ECHO, T_GOTO ) ) ) {
			$tell( $token->line, "Not $token->text." );
		}
		if ( $token->is( array( T_IS_EQUAL, T_IS_NOT_EQUAL ) ) ) {
			$tell( $token->line, 'Compare with ===.' );
		}
		if ( $token->is( array( T_IF, T_FOREACH, T_FOR, T_WHILE, T_SWITCH ) ) && ' ' !== ( $next->text ?? '' ) ) {
			$tell( $token->line, "A space after $token->text." );
		}
		// A function with a name has a comment that says what it does.
		if ( $token->is( T_FUNCTION ) && ( $tokens[ $index + 2 ] ?? null ) && $tokens[ $index + 2 ]->is( T_STRING ) ) {
			$at = $index - 1;
			while ( $at > 0 && ( $tokens[ $at ]->is( array( T_WHITESPACE, T_PUBLIC, T_PRIVATE, T_STATIC ) ) ) ) {
				--$at;
			}
			if ( ! $tokens[ $at ]->is( T_DOC_COMMENT ) ) {
				$tell( $token->line, 'Say what it does.' );
			}
		}
		// The variable stands on the right, where an assignment by mistake does not parse.
		if ( $token->is( array( T_IS_IDENTICAL, T_IS_NOT_IDENTICAL ) ) ) {
			$at = $index + 1;
			while ( $tokens[ $at ]->is( SPACES ) ) {
				++$at;
			}
			$left = $index - 1;
			while ( $tokens[ $left ]->is( SPACES ) ) {
				--$left;
			}
			if ( $tokens[ $left ]->is( T_VARIABLE ) && $tokens[ $at ]->is( array( T_CONSTANT_ENCAPSED_STRING, T_LNUMBER ) ) ) {
				$tell( $token->line, 'The constant first.' );
			}
		}
	}
}
