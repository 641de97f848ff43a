package invite

import "slices"

// English returns text with the words of days and times of other languages in
// English and all else as it is, so that one reader reads them all. A word that
// several languages have is of the given one (BCP 47), the window's, unless what
// stands around it says otherwise.
func English(text, language string) string {
	all := []foreigner{{"de", fromGerman}, {"fr", fromFrench}, {"es", fromSpanish}}
	slices.SortStableFunc(all, func(a, b foreigner) int { return rank(a, language) - rank(b, language) })
	for _, from := range all {
		text = from.english(text, from.language == language)
	}
	return text
}

// A foreigner puts the words of one language into English; own says that it is
// the window's.
type foreigner struct {
	language string
	english  func(text string, own bool) string
}

// rank puts the window's language before the others.
func rank(f foreigner, language string) int {
	if f.language == language {
		return 0
	}
	return 1
}
