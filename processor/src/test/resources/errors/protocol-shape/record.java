import dev.parley.annotation.Protocol;

@Protocol
record Shop(int price) {}
// error: [protocol-shape] Shop is a record, and a protocol is an interface
// | hint: declare it as an interface
