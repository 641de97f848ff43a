package letter

import (
	"slices"
	"strings"
	"unicode"
)

// A Name is how a person is written to.
type Name struct {
	Title string // "Dr.", "Ms"; "" for none
	First string // what to call them
	Last  string // family name with its particles: "van der Berg"; "" for a person of one name
}

// NameOf reads the name of a person as the user wrote it: "Dr. Anna van der
// Berg", "O'Neil, Pat", "YAMADA Taro", "山田太郎" or "Sukarno". preferred and
// honorific win over what the name says; they may be "".
func NameOf(full, preferred, honorific string) Name {
	n := Name{Title: strings.TrimSpace(honorific)}
	full, titles := withoutTitles(full)
	n.Title = firstOf(n.Title, titles)
	if last, first, ok := strings.Cut(full, ","); ok && strings.TrimSpace(first) != "" && !degree(first) {
		n.Last, n.First = strings.TrimSpace(last), strings.TrimSpace(first)
	} else if words := strings.Fields(withoutDegree(full)); n.Title != "" && familyOnly(words) {
		n.Last = strings.Join(words, " ")
	} else {
		n.First, n.Last = partName(words)
	}
	if preferred = strings.Join(strings.Fields(preferred), " "); preferred != "" {
		n.First = preferred
	}
	return n
}

// familyOnly reports whether what follows a title is a family name alone: "Frau
// Weber", "Dr. van den Berg".
func familyOnly(words []string) bool {
	return len(words) == 1 && !eastern(words[0]) || len(words) > 1 && particle(words[0])
}

// partName parts the words of a name into what a person is called and the
// family name.
func partName(words []string) (first, last string) {
	switch {
	case len(words) == 0:
		return "", ""
	case len(words) == 1 && eastern(words[0]):
		return partEastern(words[0])
	case len(words) == 1:
		return words[0], ""
	case eastern(words[0]):
		return strings.Join(words[1:], ""), words[0]
	case len(words) > 1 && capitals(words[0]) && !capitals(words[len(words)-1]):
		return words[1], titled(words[0]) // YAMADA Taro
	case capitals(words[len(words)-1]) && !capitals(words[0]):
		words[len(words)-1] = titled(words[len(words)-1]) // Taro YAMADA
	}
	from := len(words) - 1
	for i := 1; i < from; i++ {
		if particle(words[i]) {
			from = i
			break
		}
	}
	return words[0], strings.Join(words[from:], " ")
}

// partEastern parts a name in Han, Kana or Hangul that is written without a
// space. Family names of one syllable are the rule in Korean; in Chinese and
// Japanese a wrong cut is worse than none.
func partEastern(name string) (first, last string) {
	r := []rune(name)
	if len(r) == 3 && unicode.Is(unicode.Hangul, r[0]) {
		return string(r[1:]), string(r[:1])
	}
	return name, ""
}

func eastern(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return true
		}
	}
	return false
}

// particle knows the words that begin a family name.
func particle(word string) bool {
	return slices.Contains([]string{
		"van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "delle", "di", "da", "dos", "das", "do", "du",
		"la", "le", "les", "des", "der", "den", "ten", "ter", "te", "af", "av", "al", "el", "bin", "bint", "ibn", "ben", "bar",
		"st.", "st", "saint", "santa", "mac", "d'", "y",
	}, strings.ToLower(word)) && (unicode.IsLower([]rune(word)[0]) || slices.Contains([]string{"van", "von", "de", "del", "della", "la", "le", "da", "di", "al", "el", "st.", "saint", "ten", "ter"}, strings.ToLower(word)))
}

// capitals reports whether a word of three letters or more is all in capitals, as
// family names are in some countries; two may be initials.
func capitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 2 && !strings.HasSuffix(word, ".")
}

// titled writes "O'NEIL-SMITH" as "O'Neil-Smith".
func titled(word string) string {
	var sb strings.Builder
	start := true
	for _, r := range strings.ToLower(word) {
		if start {
			r = unicode.ToUpper(r)
		}
		start = r == '-' || r == '\'' || r == '\u2019'
		sb.WriteRune(r)
	}
	return sb.String()
}

// withoutTitles takes "Prof. Dr." from the start of a name.
func withoutTitles(full string) (rest, titles string) {
	words := strings.Fields(full)
	n := 0
	for n < len(words)-1 && (isTitle(words[n]) || isGermanTitle(words[n])) {
		n++
	}
	return strings.Join(words[n:], " "), strings.Join(words[:n], " ")
}

func isGermanTitle(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "frau", "herr", "herrn", "doktor", "professorin", "dipl", "dipl.-ing", "ing":
		return true
	}
	return false
}

// withoutDegree takes ", PhD" and "Jr." from the end of a name.
func withoutDegree(full string) string {
	words := strings.Fields(strings.ReplaceAll(full, ",", " "))
	for len(words) > 1 && degree(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func degree(s string) bool {
	switch strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), ".", "")) {
	case "phd", "md", "mba", "msc", "bsc", "ma", "jr", "sr", "ii", "iii", "iv", "esq", "cpa", "pe", "dphil", "edd", "jd", "llm", "rn":
		return true
	}
	return false
}
