// Modules of Scribble and nuscr: everything either tool reads, so that what Parley cannot express is refused by name.
parser grammar ScribbleParser;

options { tokenVocab = ScribbleLexer; }

module: moduleDeclaration? importDeclaration* (typeDeclaration | protocolDeclaration | localProtocol)* EOF;

moduleDeclaration: MODULE qualifiedName SEMICOLON;

importDeclaration
    : IMPORT qualifiedName (AS name)? SEMICOLON          # importModule
    | FROM qualifiedName IMPORT name (AS name)? SEMICOLON # importMember
    ;

typeDeclaration
    : kind = (TYPE | DATA | SIG) LESS schema = name GREATER external = STRING FROM source = STRING AS alias = name SEMICOLON
    ;

protocolDeclaration
    : AUX? EXPLICIT? (GLOBAL PROTOCOL? | NESTED? PROTOCOL) name parameters? roles annotation? body
    ;

// Local protocols are projections, which Parley computes itself: they are read over, to be refused as such.
localProtocol: AUX? LOCAL PROTOCOL name ~OPEN_CURLY* braces;

braces: OPEN_CURLY (~(OPEN_CURLY | CLOSE_CURLY) | braces)* CLOSE_CURLY;

parameters: LESS (parameter (COMMA parameter)*)? GREATER;

parameter: kind = (TYPE | DATA | SIG) name;

roles: OPEN_ROUND role (COMMA role)* (SEMICOLON NEW role (COMMA role)*)? CLOSE_ROUND;

role: ROLE name;

body: OPEN_CURLY (statement | protocolDeclaration)* CLOSE_CURLY;

statement
    : message FROM sender = name TO receivers SEMICOLON annotation?          # transfer
    | message? CONNECT sender = name TO receiver = name SEMICOLON            # connect
    | DISCONNECT first = name AND second = name SEMICOLON                    # disconnect
    | WRAP sender = name TO receiver = name SEMICOLON                        # wrap
    | CHOICE AT name body (OR body)*                                         # choice
    | REC name state? body                                                   # recursion
    | CONTINUE name state? SEMICOLON                                         # continue
    | CONTINUE name WITH body* SEMICOLON                                     # combine
    | DO qualifiedName arguments? roleArguments? SEMICOLON annotation?       # do
    | name CALLS qualifiedName arguments? roleArguments? SEMICOLON annotation? # calls
    | PAR body (AND body)*                                                   # parallel
    | INTERRUPTIBLE name? body WITH braces                                   # interruptible
    ;

receivers: name (COMMA name)*;

message: signature | qualifiedName;

signature: name? OPEN_ROUND (payload (COMMA payload)*)? CLOSE_ROUND;

payload: (variable = name COLON)? type = qualifiedName (AT_SIGN role_ = name)? refinement?;

refinement: OPEN_CURLY ~(OPEN_CURLY | CLOSE_CURLY)+ CLOSE_CURLY;

state: OPEN_SQUARE ~(OPEN_SQUARE | CLOSE_SQUARE)* CLOSE_SQUARE;

arguments: LESS (argument (COMMA argument)*)? GREATER;

argument: signature | qualifiedName;

roleArguments: OPEN_ROUND name (COMMA name)* CLOSE_ROUND;

annotation: AT_SIGN STRING;

qualifiedName: name (DOT name)*;

// Words that only one of the tools keeps for itself are names for the other.
name: NAME | DATA | NESTED | NEW | WRAP | ACCEPT | WITH | CALLS | PAR | INTERRUPTIBLE;
