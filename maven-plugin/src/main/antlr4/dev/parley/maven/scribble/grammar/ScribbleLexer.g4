// The words of Scribble and of nuscr, whose language is Scribble's with additions.
lexer grammar ScribbleLexer;

channels { COMMENTS }

@members {
    private int openComments;
}

MODULE: 'module';
IMPORT: 'import';
TYPE: 'type';
DATA: 'data';
SIG: 'sig';
AS: 'as';
GLOBAL: 'global';
LOCAL: 'local';
NESTED: 'nested';
PROTOCOL: 'protocol';
EXPLICIT: 'explicit';
AUX: 'aux';
ROLE: 'role';
NEW: 'new';
FROM: 'from';
TO: 'to';
CONNECT: 'connect';
DISCONNECT: 'disconnect';
WRAP: 'wrap';
ACCEPT: 'accept';
AND: 'and';
CHOICE: 'choice';
AT: 'at';
OR: 'or';
REC: 'rec';
CONTINUE: 'continue';
WITH: 'with';
DO: 'do';
CALLS: 'calls';
PAR: 'par';
INTERRUPTIBLE: 'interruptible';

SEMICOLON: ';';
COMMA: ',';
COLON: ':';
DOT: '.';
AT_SIGN: '@';
LESS: '<';
GREATER: '>';
OPEN_ROUND: '(';
CLOSE_ROUND: ')';
OPEN_CURLY: '{';
CLOSE_CURLY: '}';
OPEN_SQUARE: '[';
CLOSE_SQUARE: ']';

// A name may be a number, such as the label of a reply code.
NAME: [a-zA-Z0-9_] [a-zA-Z0-9_']*;
STRING: '"' ~["\r\n]* '"';
OPERATOR: '&&' | '||' | '<>' | '<=' | '>=' | '=' | '+' | '-' | '*';

PRAGMA: '(*#' .*? '#*)' -> channel(COMMENTS);
LINE_COMMENT: ('//' | '(*)') ~[\r\n]* -> channel(COMMENTS);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(COMMENTS);
OPEN_ML_COMMENT: '(*' { openComments = 1; more(); } -> pushMode(ML_COMMENT);
UNCLOSED_COMMENT: '/*';
UNCLOSED_STRING: '"';
SPACE: [ \t\r\n\f]+ -> skip;
UNKNOWN: .;

// Comments of nuscr may hold comments.
mode ML_COMMENT;
INNER_OPEN: '(*' { openComments++; more(); };
INNER_CLOSE: '*)' {
    if (--openComments == 0) {
        setType(BLOCK_COMMENT);
        setChannel(COMMENTS);
        popMode();
    } else {
        more();
    }
};
INNER_TEXT: . -> more;
