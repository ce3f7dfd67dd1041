"""Arabic as newspapers write it: folding of spelling variants, words with their clitics, sentences, numbers, dates."""
