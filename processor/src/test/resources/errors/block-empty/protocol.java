import dev.parley.annotation.Protocol;

@Protocol
interface Shop {}
// error: [block-empty] the protocol Shop has no step
// | hint: declare a method for each message, annotated with @Message
