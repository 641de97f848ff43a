package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// BenchmarkTyping is one key in a long letter, with and without twenty marks.
func BenchmarkTyping(b *testing.B) {
	text := strings.Repeat("Thank you for taking the time to talk with me. I just wanted to check in about the role.\n\n", 25)
	for name, marks := range map[string]int{"plain": 0, "marked": 20} {
		b.Run(name, func(b *testing.B) {
			start(b, ModeLight)
			m := NewKit().Marked("letter.body", "Message", 4)
			w := test.NewTempWindow(b, m)
			w.Resize(fyne.NewSize(650, 500))
			m.SetText(text)
			var all []Mark
			for at := 0; len(all) < marks; {
				at += strings.Index(text[at:], "I just wanted")
				all = append(all, Mark{Start: at, End: at + 13, Weight: MarkWarn})
				at += 13
			}
			m.Mark(all)
			f := m.entry.field
			f.selectRange(len(text), len(text))
			b.ResetTimer()
			for range b.N {
				f.TypedRune('x')
			}
		})
	}
}
