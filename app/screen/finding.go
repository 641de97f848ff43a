package screen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// The levels of a finding.
const (
	levelBlock = "block"
	levelWarn  = "warn"
)

// unfolded is how many findings show before the rest is asked for.
const unfolded = 2

// panel shows what is good about a letter, then the findings, gravest first.
func (l *Letter) panel() []fyne.CanvasObject {
	if l.way != "" {
		return l.shortPanel()
	}
	d := l.draft
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Tone")), l.tone}
	for i, tick := range d.Ticks {
		objects = append(objects, l.Kit.Note("letter.tick:"+strconv.Itoa(i), widgets.NoteGood, tick))
	}
	objects = append(objects, l.findings()...)
	objects = append(objects, widgets.NewText(widgets.RoleSecondary, d.Comfort))
	if d.Untold != "" {
		objects = append(objects, widgets.NewColumn(4,
			widgets.NewText(widgets.RoleSecondary, assets.L("One thing you talked about would make it personal.")),
			widgets.NewAcross(0, l.Kit.Link("letter.notes", assets.L("Two minutes of notes"), func() { l.ShowAfterNotes(l.application, d.Untold) }))))
	}
	return objects
}

// findings are what was found, two unfolded until more are asked for.
func (l *Letter) findings() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	all := l.found()
	shown := all
	if len(shown) > unfolded && !l.all {
		shown = shown[:unfolded]
	}
	for i, f := range shown {
		objects = append(objects, l.finding(i, f))
	}
	if n := len(all) - len(shown); n > 0 {
		objects = append(objects, widgets.NewAcross(0, l.Kit.Link("letter.findings", assets.N("and one more", "and {{.N}} more", n), func() {
			l.all = true
			l.judged(l.draft)
		})))
	}
	return objects
}

// finding is one card of what was found: the words, the reason, what would be
// better, and the two answers.
func (l *Letter) finding(i int, f data.Finding) fyne.CanvasObject {
	id := "letter.finding:" + strconv.Itoa(i)
	state := widgets.NoteFaint
	switch f.Level {
	case levelBlock:
		state = widgets.NoteGrave
	case levelWarn:
		state = widgets.NoteHint
	}
	better, some := letter.Better(l.draft.Stage, l.shown(), f)
	words := l.Kit.Note(id, state, say(f, better, some))
	point := func(on bool) {
		if mark, ok := l.marks[i]; ok && on {
			l.body.Point(mark)
		} else {
			l.body.Point(-1)
		}
	}
	keep := l.Kit.Button(id+".keep", assets.L("Keep mine"), func() { l.keepMine(f) }).OnNotice(point)
	label := assets.L("Use this")
	switch {
	case f.Rule == "TOO_LONG":
		shorter := l.Kit.Button(id+".use", assets.L("Shorter"), l.shorter)
		return widgets.NewColumn(8, words, widgets.NewAcross(8, shorter, keep))
	case !some:
		return widgets.NewColumn(8, words, widgets.NewAcross(8, keep))
	case better.Text == "":
		label = assets.L("Take it out")
	case f.End == 0:
		label = assets.L("Put it in")
	}
	use := l.Kit.Button(id+".use", label, func() { l.use(i, f) }).OnNotice(point)
	return widgets.NewColumn(8, words, widgets.NewAcross(8, use, keep))
}

// say puts a finding into words: the words found, the reason, what is better.
func say(f data.Finding, better letter.Swap, some bool) string {
	text := f.Say
	if quoted := short(f.Text); quoted != "" {
		text = assets.L("“{{.Words}}”: {{.Say}}", assets.Args{"Words": quoted, "Say": f.Say})
	}
	switch {
	case some && better.Text != "":
		return assets.L("{{.Text}} Try “{{.Try}}”", assets.Args{"Text": text, "Try": strings.TrimSpace(better.Text)})
	case f.Try != "":
		return text + " " + f.Try
	}
	return text
}

// short cuts what is quoted to what one recognises it by.
func short(text string) string {
	const most = 60
	text = strings.TrimLeft(text, ".!? \n\t") // a rule may begin at the end of the sentence before
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// mark underlines in the text what was found there.
func (l *Letter) mark() {
	var marks []widgets.Mark
	l.marks = make(map[int]int)
	for i, f := range l.found() {
		if f.End <= f.Start || f.End > len(l.shown()) {
			continue
		}
		weight := widgets.MarkHint
		switch f.Level {
		case levelBlock:
			weight = widgets.MarkBlock
		case levelWarn:
			weight = widgets.MarkWarn
		}
		l.marks[i] = len(marks)
		marks = append(marks, widgets.Mark{Start: f.Start, End: f.End, Weight: weight})
	}
	l.body.Mark(marks)
}

// use puts the better words in place of those found, wherever typing has moved
// them since.
func (l *Letter) use(i int, f data.Finding) {
	if mark, ok := l.marks[i]; ok {
		f.Start, f.End = l.body.At(mark)
	}
	better, some := letter.Better(l.draft.Stage, l.body.Text(), f)
	if !some {
		l.checkSoon()
		return
	}
	l.body.Replace(better.Start, better.End, better.Text)
	l.keep.soon()
}

// keepMine remembers for this letter that the user likes the words as they are.
func (l *Letter) keepMine(f data.Finding) {
	l.mine.Keep(f)
	if l.way != "" {
		l.judged(l.draft)
		return
	}
	l.changed()
	l.keep.soon()
}
