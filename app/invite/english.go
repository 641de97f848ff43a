package invite

// English returns text with the words of days and times of other languages in
// English and all else as it is, so that one reader reads them all. A word that
// several languages have is of the given one (BCP 47), the window's, unless what
// stands around it says otherwise.
func English(text, language string) string {
	for _, from := range []struct {
		language string
		english  func(text string, own bool) string
	}{{"de", fromGerman}, {"fr", fromFrench}} {
		text = from.english(text, from.language == language)
	}
	return text
}
