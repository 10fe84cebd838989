"""The desktop « bureau ». The ids of its elements, its start words and its facts are in vocabulary.py.

An id is a place (`bureau`, `documents`, `telechargements`, `corbeille`), a program (its `id`), a file or a folder (its name in small
letters, without accents, hyphens for all else: « Photo chat.jpg » is `photo-chat-jpg`; `id` if the author gives one).
"""
