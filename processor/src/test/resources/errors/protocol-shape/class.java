import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
class Shop {
// error: [protocol-shape] Shop is a class, and a protocol is an interface
// | hint: declare it as an interface
    @Role interface Buyer {}

    void helper() {}
}
