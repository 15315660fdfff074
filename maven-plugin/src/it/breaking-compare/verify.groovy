def log = new File(basedir, 'build.log').text
assert log.contains('old and new peers will not understand each other')
assert log.contains('[BREAKING] shop.Lookup: role Client can be upgraded neither before the others nor after them')
assert log.contains('1. Client sends get(String, int) to Server')
assert log.contains('then Server will never take get(String, int) of Client: it waits for get(String) of Client')
assert log.contains('[WARNING] [BREAKING] shop.Lookup')
assert log.contains('[COMPATIBLE] shop.Lookup: role Client may be upgraded before the others or after them')
assert new File(basedir, 'target/new.baseline').text.contains('send Server get(java.lang.String, int) -> 1')
assert log.contains('[COMPATIBLE] shop.Lookup: the protocol is new')
