package letter

import (
	"slices"
	"strings"
	"sync"
)

// spokenForm returns p as the patterns read it: in small letters, with short
// forms written out ("I haven't" is "i have not") and without the words that
// only add weight ("really", "honestly,"). One pattern then finds many ways to
// write the same.
func (p plain) spokenForm() plain {
	out := newWriting(len(p.text))
	for i := 0; i < len(p.text); {
		end := i
		for end < len(p.text) && wordByte(p.text[end]) {
			end++
		}
		if end == i {
			out.add(p.text[i], p.at(i))
			i++
			continue
		}
		word := strings.ToLower(p.text[i:end])
		if len(word) != end-i {
			word = p.text[i:end]
		}
		if last := word[len(word)-1]; (last == 'y' || last == 'e') && weights()[word] {
			i = out.skip(p.text, end)
			continue
		}
		out.word(word, p, i)
		i = end
	}
	return out.done(p.at(len(p.text)))
}

// wordByte reports whether a byte belongs to a word. All beyond ASCII does.
func wordByte(c byte) bool {
	return c == '\'' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// word adds a word that begins at byte at of p, written out.
func (w *writing) word(word string, p plain, at int) {
	head, tail, cut := writtenOut(word)
	for k := range len(head) {
		w.add(head[k], p.at(at+min(k, max(0, cut-1))))
	}
	for k := range len(tail) {
		w.add(tail[k], p.at(at+cut))
	}
}

// skip leaves out a word that ends at end, with the comma and the space behind
// it, and returns where the text goes on.
func (w *writing) skip(text string, end int) int {
	if end < len(text) && text[end] == ',' {
		end++
		if n := len(w.text); n > 1 && w.text[n-2] == ',' { // "I am, honestly, glad"
			w.text, w.from = slices.Delete(w.text, n-2, n-1), slices.Delete(w.from, n-2, n-1)
		}
	}
	if end < len(text) && text[end] == ' ' && (len(w.text) == 0 || w.text[len(w.text)-1] == ' ' || w.text[len(w.text)-1] == '\n') {
		end++
	}
	return end
}

// writtenOut parts a short form into its two words and says where in it the
// second begins. Of any other word tail is empty.
func writtenOut(word string) (head, tail string, cut int) {
	if strings.IndexByte("tmse", word[len(word)-1]) >= 0 {
		if f, short := shortForms()[word]; short {
			return f[0], " " + f[1], len(word) - len(f[2])
		}
	}
	i := strings.IndexByte(word, '\'')
	if i <= 0 {
		return word, "", len(word)
	}
	switch word[i:] {
	case "'t":
		if strings.HasSuffix(word[:i], "n") && i > 1 {
			return word[:i-1], " not", i - 1
		}
	case "'m":
		return word[:i], " am", i
	case "'ve":
		return word[:i], " have", i
	case "'ll":
		return word[:i], " will", i
	case "'re":
		return word[:i], " are", i
	case "'d":
		return word[:i], " would", i
	}
	return word, "", len(word)
}

// shortForms are the short forms that follow no rule, or are often written
// without the apostrophe: both words, and the end that stands for the second.
var shortForms = sync.OnceValue(func() map[string][3]string {
	forms := map[string][3]string{
		"can't": {"can", "not", "'t"}, "cant": {"can", "not", "t"}, "cannot": {"can", "not", "not"},
		"won't": {"will", "not", "n't"}, "wont": {"will", "not", "nt"}, "shan't": {"shall", "not", "n't"},
		"im": {"i", "am", "m"}, "ive": {"i", "have", "ve"}, "let's": {"let", "us", "'s"},
	}
	for _, verb := range strings.Fields("do does did have has had is are was were would could should") {
		forms[verb+"nt"] = [3]string{verb, "not", "nt"}
	}
	for _, word := range strings.Fields("it that what there here he she who where how when this everything nothing") {
		forms[word+"'s"] = [3]string{word, "is", "'s"}
	}
	forms["whats"], forms["thats"], forms["hows"] = [3]string{"what", "is", "s"}, [3]string{"that", "is", "s"}, [3]string{"how", "is", "s"}
	return forms
})

// weights are words that make a sentence heavier and say nothing else.
var weights = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`really truly honestly actually simply frankly genuinely literally totally extremely incredibly
		terribly awfully completely absolutely quite very definitely basically seriously sincerely deeply utterly`) {
		words[w] = true
	}
	return words
})

// units parts a text into sentences, as spans of it. A stop ends one where white
// space follows, and so does the end of a paragraph.
func units(text string) []span {
	all := make([]span, 0, 1+len(text)/80)
	from := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' && !stopAt(text, from, i) {
			continue
		}
		if i+1 > from {
			all = append(all, span{from, i + 1})
		}
		from = i + 1
	}
	if from < len(text) {
		all = append(all, span{from, len(text)})
	}
	return all
}

// stopAt reports whether byte i ends the sentence that begins at from.
func stopAt(text string, from, i int) bool {
	if c := text[i]; c != '.' && c != '!' && c != '?' {
		return false
	}
	if i+1 < len(text) && text[i+1] != ' ' {
		return false
	}
	if i+2 < len(text) && (text[i+2] == '!' || text[i+2] == '?') {
		return false // "Hello? ?"
	}
	if text[i] != '.' {
		return true
	}
	if strings.HasSuffix(text[from:i], "..") && i+2 < len(text) && text[i+2] >= 'a' && text[i+2] <= 'z' {
		return false // it only pauses
	}
	return !abbreviated(text[from : i+1])
}
