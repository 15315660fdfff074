/** Conditions on managed sessions and the order in which they are wanted. Values are never part of the text. */
grammar Query;

options { caseInsensitive = true; }

query: condition? order? EOF;

order: ORDER BY by (',' by)*;

by: key (ASC | DESC)?;

condition
    : '(' condition ')'                                     # Group
    | NOT condition                                         # Not
    | condition AND condition                               # And
    | condition OR condition                                # Or
    | key ('=' | '<>' | '!=' | '<' | '<=' | '>' | '>=') '?'  # Comparison
    | key NOT? IN '(' '?' (',' '?')* ')'                     # Among
    | key IS NOT? NULL                                      # Missing
    | TAG '=' '?'                                           # Tagged
    | TEXT CONTAINS '?'                                     # Contains
    ;

key
    : METADATA '->>' STRING     # Metadata
    | NAME                      # Column
    ;

AND: 'and';
OR: 'or';
NOT: 'not';
IN: 'in';
IS: 'is';
NULL: 'null';
ORDER: 'order';
BY: 'by';
ASC: 'asc';
DESC: 'desc';
TAG: 'tag';
TEXT: 'text';
CONTAINS: 'contains';
METADATA: 'metadata';

NAME: [a-z_] [a-z_0-9]*;
STRING: '\'' (~['] | '\'\'')* '\'';
SPACE: [ \t\r\n]+ -> skip;
