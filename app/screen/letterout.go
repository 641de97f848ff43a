package screen

import (
	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// openMail hands the letter to the mail program.
func (l *Letter) openMail() {
	if l.loaded {
		l.sure(l.handOver)
	}
}

func (l *Letter) handOver() {
	if err := l.Open(letter.Mailto(l.mine.To, l.mine.Subject, l.mine.Body)); err != nil {
		l.Fail(err)
		return
	}
	l.opened()
}

func (l *Letter) copyText() {
	if l.loaded {
		l.sure(l.putOnClipboard)
	}
}

func (l *Letter) putOnClipboard() {
	if err := l.Copy(l.mine.Body); err != nil {
		l.Fail(err)
		return
	}
	l.opened()
}

// opened notes that the letter left the program, and asks whether it was sent.
func (l *Letter) opened() {
	l.left()
	kept, err := l.Desk.Opened(l.Context, l.mine, l.Desk.Now())
	if err != nil {
		l.Fail(err)
		return
	}
	l.mine, l.asked = kept, true
	l.ask()
}

// menu is what else can be done with a letter.
func (l *Letter) menu() {
	if !l.loaded {
		return
	}
	l.Kit.Menu("letter.menu", l.more,
		widgets.MenuItem{ID: "letter.menu.shorter", Label: assets.L("Shorter"), Do: l.shorter},
		widgets.MenuItem{ID: "letter.menu.warmer", Label: assets.L("Warmer"), Do: func() { l.rewrite(data.ToneWarm) }},
		widgets.MenuItem{ID: "letter.menu.again", Label: assets.L("Start again"), Do: l.startAgain},
	)
}
