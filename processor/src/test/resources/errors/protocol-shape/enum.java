import dev.parley.annotation.Protocol;

@Protocol
enum Shop {
// error: [protocol-shape] Shop is an enum, and a protocol is an interface
// | hint: declare it as an interface
    OPEN
}
