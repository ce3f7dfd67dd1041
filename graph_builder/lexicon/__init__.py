"""What Arabic calls things: commented data files, their loader, and the tables made from them."""
