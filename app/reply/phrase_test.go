package reply

import (
	"io/fs"
	"strings"
	"testing"
)

// TestPhrase holds how a line of a file of phrases is read.
func TestPhrase(t *testing.T) {
	set := readSet("away")
	for text, want := range map[string]bool{
		"I am out of the office.":                               true,
		"I’m\u00a0out of  the\noffice today":                    true,
		"Ich bin vom 24.11. bis 4.12.2026 nicht im Haus.":       true,  // with words between
		"Ich bin bereit. Herr Weiß ist nicht im Haus.":          false, // not beyond the sentence
		"Ich bin " + strings.Repeat("x ", 50) + "nicht im Haus": false, // nor too far
		"olen lomallani": false, // a whole word
		"ただいま不在にしております":   true, // without blanks
		"jsem nepřítomen": true, // open at its end
	} {
		if got := set.in(plain(text)); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	if subject := readSet("away-subject"); !subject.starts(plain("Automatic reply: Hello")) || subject.starts(plain("About your automatic reply")) {
		t.Error("an anchored phrase stands at the start of the text, and only there")
	}
}

// TestPhraseFiles reads each file of phrases: none is empty, and no line of one
// is too short to be looked for.
func TestPhraseFiles(t *testing.T) {
	files, err := fs.Glob(phraseFiles, "phrases/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(f, "phrases/"), ".txt")
		text, err := fs.ReadFile(phraseFiles, f)
		if err != nil || !strings.HasPrefix(string(text), "# ") || len(readSet(name)) == 0 {
			t.Errorf("%s: %v; want a remark on what it is for, and phrases", f, err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if bare := strings.Trim(line, "^*"); line != "" && line[0] != '#' && name != "months" && name != "quoted-head" && (len(bare) < 2 || bare != strings.ToLower(bare) && !strings.Contains(bare, "İ")) {
				t.Errorf("%s: %q cannot be found: too short, or with capitals", f, line)
			}
		}
	}
}
