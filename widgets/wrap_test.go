package widgets

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	start(t, ModeLight)
	f := typeface{size: 14}
	for _, c := range []struct {
		name, text, like string // like: a line that fixes the width
		want             []string
	}{
		{"empty", "", "any width", []string{""}},
		{"fits", "One line", "One line and more", []string{"One line"}},
		{"at a space", "You met Dana and Lee", "You met Dana and", []string{"You met Dana and", "Lee"}},
		{"line feeds", "Hi Dana,\n\nThank you", "Thank you so much", []string{"Hi Dana,", "", "Thank you"}},
		{"carriage return", "one\r\ntwo", "something wide", []string{"one", "two"}},
		{"long word", "aaaaaaaaaa b", "aaaa", []string{"aaaa", "aaaa", "aa b"}},
		{"word after a long one", "x aaaaaaaa", "aaaa", []string{"x", "aaaa", "aaaa"}},
		{"runes stay whole", "ЖЖЖЖЖЖ", "ЖЖЖЖ", []string{"ЖЖЖЖ", "ЖЖ"}},
		{"a long name with hyphens", "Hohenstein-Oberbrunner-Lichtenfels III", "Hohenstein-Oberbrunner-Li", []string{"Hohenstein-Oberbrunner-", "Lichtenfels III"}},
		{"a word that fits goes on whole", "to Hohenstein-Berg", "to Hohenstein-", []string{"to", "Hohenstein-", "Berg"}},
		{"signs without spaces fill the line", "at 北京字节跳动", "at 北京字", []string{"at 北京字", "节跳动"}},
		{"no line begins with a full stop", "北京字节。", "北京字节", []string{"北京字", "节。"}},
		{"a letter and its accents", "e\u0301e\u0301e\u0301", "e\u0301e\u0301e", []string{"e\u0301e\u0301e\u0301"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := f.wrap(c.text, f.width(c.like)+1); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestWrapKeepsEverything: no letter is lost or doubled, no line is too wide,
// whatever the words and the width.
func TestWrapKeepsEverything(t *testing.T) {
	start(t, ModeLight)
	f := typeface{size: 13, style: fyne.TextStyle{Bold: true}}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zéЖ.北。-]{0,18}`), 0, 12).Draw(t, "words"), " ")
		width := rapid.Float32Range(20, 300).Draw(t, "width")
		lines := f.wrap(text, width)
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := bare(strings.Join(lines, "")), bare(text); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, l := range lines {
			if w := f.width(l); w > width+1 && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("line %q: got %v wide, want at most %v", l, w, width)
			}
		}
	})
}

func TestCut(t *testing.T) {
	start(t, ModeLight)
	f := typeface{size: 14}
	for _, c := range []struct{ text, like, want string }{
		{"Short", "Short and more", "Short"},
		{"Kestrel Health", "Kestrel…", "Kestrel…"},
		{"two\nlines", "two lines long", "two lines"},
		{"", "x", ""},
		{"Жизнь", "Ж…", "Ж…"},
	} {
		if got := f.cut(c.text, f.width(c.like)+0.5); got != c.want {
			t.Errorf("cut %q like %q: got %q, want %q", c.text, c.like, got, c.want)
		}
	}
}

// TestSignsStayWhole: a cut never leaves half of what the reader sees as one sign.
func TestSignsStayWhole(t *testing.T) {
	for _, c := range []struct {
		text      string
		cut, want int
	}{
		{"plain", 3, 3},
		{"a🇩🇪b", 5, 1},
		{"a🇩🇪b", 9, 9},
		{"👩\u200d💻", 4, 11},
		{"ze\u0301", 2, 1},
		{"\xff\xfe北", 2, 2},
	} {
		if got := wholeSigns(c.text, c.cut); got != c.want {
			t.Errorf("cut of %q at %d: got %d, want %d", c.text, c.cut, got, c.want)
		}
	}
}

func TestTextGrowsWithItsWords(t *testing.T) {
	start(t, ModeLight)
	x := NewText(RoleBody, "You met Dana and Lee this morning. A short thank-you within a day is courteous.")
	one, wide, narrow := x.lineHeight(), x.heightFor(2000), x.heightFor(120)
	if wide != one {
		t.Errorf("height at 2000: got %v, want one line, %v", wide, one)
	}
	if narrow < 4*one {
		t.Errorf("height at 120: got %v, want at least four lines of %v", narrow, one)
	}
	x.Resize(fyne.NewSize(120, narrow))
	x.SetText("Short")
	if got := x.MinSize().Height; got != one {
		t.Errorf("height after a shorter text: got %v, want %v", got, one)
	}
	if got := x.OneLine().heightFor(10); got != one {
		t.Errorf("height of one line at 10: got %v, want %v", got, one)
	}
}

// TestTextIsCheapInLists: the same words again must not allocate.
func TestTextIsCheapInLists(t *testing.T) {
	start(t, ModeLight)
	x := NewText(RoleSecondary, "Product designer").OneLine()
	x.Resize(fyne.NewSize(200, 18))
	if got := testing.AllocsPerRun(100, func() { x.SetText("Product designer") }); got != 0 {
		t.Errorf("allocations for the same words: got %v, want 0", got)
	}
	words := [2]string{"Product designer", "UX researcher"}
	i := 0
	if got := testing.AllocsPerRun(100, func() { i++; x.SetText(words[i%2]) }); got > 40 {
		t.Errorf("allocations for other words: got %v, want at most 40", got)
	}
}
