def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/java/shop/HastyReader.java:9: [state-dropped] SaleBuyer')
assert log.contains('    line 9: ask() leads to SaleBuyer')
assert log.contains('A state is not used once; see above')
assert log.contains('[WARNING] src/main/java/shop/HastyReader.java:9: [state-dropped]')
assert log.contains('[WARNING] src/test/java/shop/ShopTest.java:17: [state-used-twice]')
assert log.contains('[ERROR] src/test/java/shop/ShopTest.java:17: [state-used-twice]')
assert log.contains('Every state is used once: ')
assert !log.contains('Shop.java:')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/parley/verify-test.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri == 'src/test/java/shop/ShopTest.java'
assert new File(basedir, 'target/parley/verify-test.html').text.contains('[state-used-twice]')
