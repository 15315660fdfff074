def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 1, Failures: 0')
assert log.contains('Report on 1 protocol')
for (goal in ['parley:generate', 'parley:help', 'parley:report', 'parley:compare']) {
    assert log.contains(goal)
}
