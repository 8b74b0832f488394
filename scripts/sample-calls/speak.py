"""Speaks with eSpeak NG's library and says where each word begins and ends, which its command line does not.

Reads a JSON list of {voice, wordsPerMinute, pitch, range, text} from standard input and writes a list of
{sampleRate, pcm, events}: 16-bit mono samples in base64, and events [kind, position, milliseconds] where kind is
"word" (position: character of the text, from 0), "pause", "sound" or "end".
"""

import base64
import ctypes
import json
import sys

SYNCHRONOUS, PHONEME_EVENTS, UTF8, ALL_VOICES = 2, 1, 1, 0
RATE, PITCH, RANGE = 1, 3, 4
END_OF_LIST, WORD, END, PHONEME = 0, 1, 5, 7


class Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", Id),
    ]


def load():
    try:
        library = ctypes.CDLL("libespeak-ng.so.1")
    except OSError:
        sys.exit("eSpeak NG is missing: apt-get install espeak-ng")
    return library


def main():
    library = load()
    sample_rate = library.espeak_Initialize(SYNCHRONOUS, 0, None, PHONEME_EVENTS)
    samples, events = bytearray(), []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))
    def heard(wave, count, list_of_events):
        if wave and count > 0:
            samples.extend(ctypes.string_at(wave, count * 2))
        at = 0
        while list_of_events[at].type != END_OF_LIST:
            event = list_of_events[at]
            if event.type == WORD:
                events.append(["word", event.text_position - 1, event.audio_position])
            elif event.type == END:
                events.append(["end", event.text_position, event.audio_position])
            elif event.type == PHONEME:
                name = event.id.string.decode("utf-8", "replace")
                events.append(["pause" if name.startswith("_") or name == "" else "sound", 0, event.audio_position])
            at += 1
        return 0

    library.espeak_SetSynthCallback(heard)
    spoken = []
    for line in json.load(sys.stdin):
        samples.clear()
        events.clear()
        if library.espeak_SetVoiceByName(line["voice"].encode()) != 0:
            sys.exit(f"eSpeak NG has no voice {line['voice']}.")
        library.espeak_SetParameter(RATE, line["wordsPerMinute"], 0)
        library.espeak_SetParameter(PITCH, line["pitch"], 0)
        library.espeak_SetParameter(RANGE, line["range"], 0)
        text = line["text"].encode() + b"\0"
        library.espeak_Synth(text, len(text), 0, 1, 0, UTF8, None, None)
        library.espeak_Synchronize()
        pcm = base64.b64encode(bytes(samples)).decode()
        spoken.append({"sampleRate": sample_rate, "pcm": pcm, "events": list(events)})
    json.dump(spoken, sys.stdout)


main()
