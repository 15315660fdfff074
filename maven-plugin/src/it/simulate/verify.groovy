def log = new File(basedir, 'build.log').text
assert log.contains('compile the project first, or name a jar with -Dparley.jar=')
assert log.contains('[INFO]     configurations  5')
assert log.contains('[INFO]   3 walk(s) of at most 100 steps, seed 7:')
assert log.contains('|-- get(String, int) -->|')
assert log.contains('there is no protocol shop.Lokup in')
assert log.contains('did you mean shop.Lookup?')
assert new File(basedir, 'target/parley/simulations/shop.Lookup.mmd').text.contains('r0->>r1: get(String, int)')
