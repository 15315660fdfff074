def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 1, Failures: 0')
assert !log.contains('Downloading from central')
assert new File(basedir, 'target/parley-report').list().length > 0
