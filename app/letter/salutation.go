package letter

import (
	"strings"

	"afterword/data"
)

// salutations returns what a person is called in a letter: in a friendly
// greeting ("Dana"), in a formal one ("Dr Reyes"), and the whole line of the
// tone without its comma ("Dear Dr Reyes"). All are "" without a name.
func salutations(lang string, tone data.Tone, title, first, last string) (hello, dear, greeting string) {
	if first == "" && last == "" {
		return "", "", ""
	}
	if lang == German {
		return germanSalutations(tone, title, first, last)
	}
	title = englishTitle(title)
	hello = firstOf(first, strings.TrimSpace(title+" "+last))
	dear = firstOf(joinName(first, last), last)
	if title != "" && last != "" {
		dear = title + " " + last
	}
	if tone == data.ToneFormal {
		return hello, dear, "Dear " + dear
	}
	return hello, dear, "Hi " + hello
}

// joinName puts a first and a last name together, in the order of their script:
// the family name comes first, without a space, in Chinese, Japanese and Korean.
func joinName(first, last string) string {
	if first != "" && last != "" && eastern(first) && eastern(last) {
		return last + first
	}
	return strings.TrimSpace(first + " " + last)
}

// englishTitle puts the titles of other languages into English: "Frau Dr." is
// "Dr.".
func englishTitle(title string) string {
	words := strings.Fields(title)
	if len(words) == 0 {
		return ""
	}
	switch strings.ToLower(strings.Trim(words[0], ".")) {
	case "frau", "se\u00f1ora", "sra", "mme", "madame":
		if len(words) == 1 {
			return "Ms"
		}
		words = words[1:]
	case "herr", "se\u00f1or", "sr", "m", "monsieur":
		if len(words) == 1 {
			return "Mr"
		}
		words = words[1:]
	}
	if strings.HasPrefix(strings.ToLower(words[0]), "prof") {
		words = words[:1] // "Prof Dr" is German use
	}
	return strings.Join(words, " ")
}

// germanSalutations: a formal letter needs "Frau" or "Herr" for "Sehr geehrte";
// where nobody knows it, "Guten Tag" and the whole name is what is expected.
func germanSalutations(tone data.Tone, title, first, last string) (hello, dear, greeting string) {
	form, degrees := germanTitle(title)
	full := strings.TrimSpace(degrees + " " + joinName(first, last))
	hello = full
	dear = full
	if form != "" && last != "" {
		dear = strings.Join(strings.Fields(form+" "+degrees+" "+last), " ")
		hello = dear
	}
	if tone == data.ToneFormal && form != "" && last != "" {
		honoured := "Sehr geehrte "
		if form == "Herr" {
			honoured = "Sehr geehrter "
		}
		return hello, dear, honoured + dear
	}
	return hello, dear, "Guten Tag " + hello
}

// germanTitle parts a title into Frau or Herr, and degrees: "Prof. Dr.".
func germanTitle(title string) (form, degrees string) {
	var rest []string
	for _, w := range strings.Fields(title) {
		switch strings.ToLower(strings.Trim(w, ".,")) {
		case "frau", "ms", "mrs", "miss", "madam":
			form = "Frau"
		case "herr", "herrn", "mr", "sir":
			form = "Herr"
		case "mx":
		case "dr", "doctor", "doktor":
			rest = append(rest, "Dr.")
		case "prof", "professor":
			rest = append(rest, "Prof.")
		case "professorin":
			form, rest = "Frau", append(rest, "Prof.")
		default:
			rest = append(rest, w)
		}
	}
	return form, strings.Join(rest, " ")
}
