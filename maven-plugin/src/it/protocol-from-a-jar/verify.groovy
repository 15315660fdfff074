def generated = { module ->
    new File(basedir, module + '/target/generated-sources/parley/shop').list().sort().toList()
}
assert generated('buyer') == ['SaleBuyer.java', 'SaleSession.java']
assert generated('seller') == ['SaleSeller.java', 'SaleSession.java']
assert new File(basedir, 'build.log').text.contains('Tests run: 1, Failures: 0')
