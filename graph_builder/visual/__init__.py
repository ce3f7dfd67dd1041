"""The page on which the graph can be looked at: one HTML file that needs nothing but a browser."""
