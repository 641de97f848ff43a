package screen

import (
	"errors"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// openMail hands the letter to the mail program.
func (l *Letter) openMail() {
	if l.loaded && l.way != "" {
		l.copyText() // there is no program to open but the words can be taken along
		return
	}
	if l.loaded {
		l.sure(l.handOver)
	}
}

func (l *Letter) handOver() {
	handed, err := l.Desk.HandOver(l.Context, l.mine)
	switch {
	case err != nil:
	case handed.Address != "":
		err = l.Open(handed.Address)
	default:
		err = l.OpenLetter(handed.Name, handed.Eml)
	}
	if err != nil {
		l.Fail(err)
		if r := new(desk.Refusal); errors.As(err, &r) && r.Code == desk.RefusedRecipient {
			l.Focus(l.to.Focusable())
		}
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
	if err := l.Copy(l.shown()); err != nil {
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
		widgets.MenuItem{ID: "letter.menu.send", Label: assets.L("Send"), Do: l.send},
		widgets.MenuItem{ID: "letter.menu.drafts", Label: assets.L("Save to Drafts"), Do: l.toDrafts},
		widgets.MenuItem{ID: "letter.menu.file", Label: assets.L("Save as a file"), Do: l.toFile},
		widgets.MenuItem{ID: "letter.menu.shorter", Label: assets.L("Shorter"), Do: l.shorter},
		widgets.MenuItem{ID: "letter.menu.warmer", Label: assets.L("Warmer"), Do: func() { l.rewrite(data.ToneWarm) }},
		widgets.MenuItem{ID: "letter.menu.again", Label: assets.L("Start again"), Do: l.startAgain},
	)
}
