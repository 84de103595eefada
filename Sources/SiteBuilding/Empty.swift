package struct X {}
