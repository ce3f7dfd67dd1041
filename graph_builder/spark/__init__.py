"""The same build on a Spark cluster: the functions of the other layers, applied where the articles are.

Nothing is imported here: a worker must know the user's words before it imports what reads them.
"""
