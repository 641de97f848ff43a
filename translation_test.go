package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the English catalogue from the source")

const catalogue = "assets/translation/en.json"

// TestTranslation holds the English catalogue to the words of the source, so
// that a translator finds every one of them. Run it with -update to rewrite it.
func TestTranslation(t *testing.T) {
	words := make(map[string]any)
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				phrase(call, s.dir == "assets", words)
			}
			return true
		})
	}
	out := written(t, words)
	if *update {
		if err := os.WriteFile(catalogue, out, 0o644); err != nil {
			t.Fatal(err)
		}
		forget(t, words)
		return
	}
	have, err := os.ReadFile(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, out) {
		t.Errorf("%s is not what the source says; run: go test . -run TestTranslation -update", catalogue)
	}
}

// written returns a catalogue as its file has it: sorted, a text a line.
func written(t *testing.T, words map[string]any) []byte {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	if err := e.Encode(words); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// forget takes out of the other catalogues what nobody says any more, sets and
// sorts them: a translator then has only to add what is new, at any place.
func forget(t *testing.T, words map[string]any) {
	t.Helper()
	for _, file := range catalogues(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var theirs map[string]any
		if err := json.Unmarshal(b, &theirs); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		maps.DeleteFunc(theirs, func(text string, _ any) bool { return words[text] == nil })
		for text, value := range theirs {
			switch v := value.(type) {
			case string:
				theirs[text] = typeset(file, v)
			case map[string]any:
				for form, s := range v {
					v[form] = typeset(file, s.(string))
				}
			}
		}
		if err := os.WriteFile(file, written(t, theirs), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// catalogues returns the files of all languages.
func catalogues(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("assets/translation/*.json")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestTranslationsAreComplete holds every other catalogue to the English one:
// the same texts, no value that nobody fills in, and the program's tone.
func TestTranslationsAreComplete(t *testing.T) {
	english := readCatalogue(t, catalogue)
	for _, file := range catalogues(t) {
		words := readCatalogue(t, file)
		for text, forms := range words {
			if english[text] == nil {
				t.Errorf("%s has %q, which nobody says any more", file, text)
			}
			for _, form := range forms {
				if trouble := wrong(text, form); trouble != "" {
					t.Errorf("%s: %q for %q %s", file, form, text, trouble)
				}
				if want := typeset(file, form); form != want {
					t.Errorf("%s: got %q, want %q; run: go test . -run TestTranslation -update", file, form, want)
				}
			}
		}
		for text, forms := range english {
			if len(words[text]) != len(forms) {
				t.Errorf("%s lacks %q: add its translation there, at any place", file, text)
			}
		}
	}
}

// readCatalogue returns the forms of each text.
func readCatalogue(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	all := make(map[string]map[string]string)
	for text, value := range words {
		all[text] = make(map[string]string)
		switch v := value.(type) {
		case string:
			all[text]["other"] = v
		case map[string]any:
			for form, s := range v {
				all[text][form], _ = s.(string)
			}
		}
	}
	return all
}

var filled = regexp.MustCompile(`{{\.(\w+)}}`)

// hours are the ways in which a translation may write the hour that English
// writes as "4 pm".
var hours = []string{"Hour", "Half", "Hour24", "Minute"}

// wrong says what is wrong with a translation, "" for nothing.
func wrong(text, form string) string {
	has := make(map[string]bool)
	for _, m := range filled.FindAllStringSubmatch(text, -1) {
		has[m[1]] = true
	}
	switch {
	case strings.TrimSpace(form) == "":
		return "is empty"
	case strings.Contains(form, "!"):
		return "exclaims"
	}
	for _, m := range filled.FindAllStringSubmatch(form, -1) {
		if !has[m[1]] && !(has["Hour"] && slices.Contains(hours, m[1])) {
			return "names " + m[1] + ", which is not filled in"
		}
	}
	return ""
}

// typeset sets a form as its language does, whatever a translator typed: French
// has spaces that do not break before its signs and inside its quotation marks.
func typeset(file, form string) string {
	if filepath.Base(file) != "fr.json" {
		return form
	}
	form = strings.NewReplacer(" ;", "\u202f;", " ?", "\u202f?", " :", "\u00a0:", "\u00ab ", "\u00ab\u00a0", " \u00bb", "\u00a0\u00bb").Replace(form)
	return apostrophe.ReplaceAllString(form, "$1\u2019$2")
}

var apostrophe = regexp.MustCompile(`(\pL)'(\pL)`)

// phrase notes the words of assets.L, assets.C and assets.N, or of L within assets.
func phrase(call *ast.CallExpr, inside bool, words map[string]any) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "assets" {
			name = f.Sel.Name
		}
	case *ast.Ident:
		if inside {
			name = f.Name
		}
	}
	switch {
	case name == "L" && len(call.Args) > 0:
		if text, ok := literal(call.Args[0]); ok {
			words[text] = text
		}
	case name == "C" && len(call.Args) > 1:
		text, ok1 := literal(call.Args[0])
		context, ok2 := literal(call.Args[1])
		if ok1 && ok2 {
			words[text+"|"+context] = text
		}
	case name == "N" && len(call.Args) > 1:
		one, ok1 := literal(call.Args[0])
		other, ok2 := literal(call.Args[1])
		if ok1 && ok2 {
			words[other] = map[string]string{"one": one, "other": other}
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}
