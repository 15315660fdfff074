import dev.parley.annotation.Protocol;

@Protocol
@interface Shop {}
// error: [protocol-shape] Shop is an annotation type, and a protocol is an interface
// | hint: declare it as an interface
