assert new File(basedir, 'src/main/java/shop/sale/Sale.java').text.contains('/** How a book is sold. */\n@Protocol')
assert new File(basedir, 'target/classes/shop/sale/SaleBuyer.class').exists()
assert new File(basedir, 'target/parley/shop/sale/Sale.scr').text.contains('ask(String) from Buyer to Seller;')
