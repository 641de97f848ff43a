package screen

import (
	"context"
	"errors"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/widgets"
)

// send sends the letter by the user's own server, ten seconds from now. What
// stands in its way asks first, and the words stay.
func (l *Letter) send() {
	if !l.loaded {
		return
	}
	l.left()
	for _, f := range l.draft.Findings {
		if f.Level == "block" {
			l.sendAnyway(f.Say, func() { l.begin(desk.SendOptions{}) })
			return
		}
	}
	l.begin(desk.SendOptions{})
}

// begin lets the letter wait its ten seconds; the banner above every page counts
// them and takes it back.
func (l *Letter) begin(o desk.SendOptions) {
	kept := l.mine
	var failed error
	l.Do(func(ctx context.Context) error {
		_, failed = l.Desk.BeginSend(ctx, kept, o)
		return nil
	}, func() {
		var r *desk.Refusal
		switch {
		case failed == nil:
			l.asked = false
			l.goBack()
		case errors.As(failed, &r) && r.Code == desk.RefusedNoServer:
			l.setUp(func() { l.begin(o) })
		case errors.As(failed, &r) && r.Asks():
			l.sendAnyway(r.Say, func() { l.begin(desk.SendOptions{Mailbox: o.Mailbox, Anyway: true}) })
		default:
			l.Fail(failed)
		}
	})
}

// sendAnyway asks whether to send although something speaks against it.
func (l *Letter) sendAnyway(say string, act func()) {
	anyway := l.Kit.Button("letter.anyway", assets.L("Send it all the same"), func() {
		l.ask()
		act()
	})
	wait := l.Kit.Button("letter.wait", assets.L("Not now"), l.ask).Primary()
	l.setBar(widgets.NewCard(8, widgets.NewSplit(12, l.Kit.Text("letter.stopped", widgets.RoleBody, say), widgets.NewAcross(8, anyway, wait))))
	l.Focus(wait)
}

// setUp asks once which server sends the user's mail, and goes on.
func (l *Letter) setUp(then func()) {
	var ways []desk.SendWay
	l.Do(func(ctx context.Context) (err error) {
		ways, err = l.Desk.SendWays(ctx)
		return err
	}, func() {
		if len(ways) == 0 {
			l.Go(Place{Page: PageSettings, Section: "mailbox"})
			l.Toast(assets.L("Connect your mailbox first. Your letter is kept."), "")
			return
		}
		l.SetUpSending(ways[0], then)
	})
}

// toDrafts puts the letter into the mailbox's Drafts folder.
func (l *Letter) toDrafts() {
	if !l.loaded {
		return
	}
	l.sure(func() {
		kept, folder := l.mine, ""
		l.Do(func(ctx context.Context) (err error) {
			folder, err = l.Desk.SaveToDrafts(ctx, kept, "")
			return err
		}, func() {
			l.Toast(assets.L("Saved in {{.Folder}}. Nothing was sent.", assets.Args{"Folder": folder}), "")
			l.opened()
		})
	})
}

// toFile writes the letter to a file that mail programs open.
func (l *Letter) toFile() {
	if !l.loaded {
		return
	}
	l.sure(func() {
		eml, err := l.Desk.Eml(l.Context, l.mine)
		if err != nil {
			l.Fail(err)
			return
		}
		where, err := l.SaveLetter(desk.LetterFile(l.mine), eml)
		if err != nil {
			l.Fail(err)
			return
		}
		l.Toast(assets.L("Saved as {{.File}}. Nothing was sent.", assets.Args{"File": where}), "")
		l.opened()
	})
}
