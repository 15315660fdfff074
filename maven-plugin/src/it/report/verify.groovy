def site = new File(basedir, 'target/parley-report')
def index = new File(site, 'index.html').text
assert index.contains('Shop &amp; Sons')
assert index.contains('protocols/shop.Sale.html')
assert index.contains('protocols/shop.Unanswered.html')

def sale = new File(site, 'protocols/shop.Sale.html').text
assert sale.contains('<svg')
assert sale.contains('../../../src/main/java/shop/Sale.java#L10')
assert new File(site, 'protocols/shop.Sale/machine-Buyer.dot').file

def unanswered = new File(site, 'protocols/shop.Unanswered.html').text
assert unanswered.contains('role-unused')
assert new File(basedir, 'build.log').text.contains('shop.Unanswered has errors')
