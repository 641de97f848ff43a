package desk

import (
	"context"
	"slices"
	"time"

	"afterword/assets"
	"afterword/data"
)

// A SendView is a letter on its way out as the window shows it.
type SendView struct {
	Sending data.Sending
	Title   string        // "Thank-you to Dana Ruiz"; of SendNews alone
	Text    string        // what is the case, in a sentence or two
	Left    time.Duration // while it can be taken back: for how long
	Back    bool          // CancelSend takes it back
	Asks    bool          // AnswerSend is wanted: did it leave?
	Again   bool          // BeginSend may be called again, after a look at Text; the letter is in the editor
}

// SendingOf returns the newest letter that was to be sent for an item, and
// whether there is one. While it waits the window asks once a second.
func (d *Desk) SendingOf(ctx context.Context, application data.ID, item data.ItemKey) (SendView, bool, error) {
	all, err := d.store.SendingsOf(ctx, application)
	if err != nil {
		return SendView{}, false, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Item == item && all[i].Way == data.WaySMTP {
			return d.sendView(all[i]), true, nil
		}
	}
	return SendView{}, false, nil
}

// SendNews returns what the user should know of letters wherever they are in the
// window: those that wait, leave, or of which nobody knows whether they left, and
// those that did not leave and why, until Dismiss gets the ID of the Sending or
// the letter is sent again.
func (d *Desk) SendNews(ctx context.Context) ([]SendView, error) {
	newest, err := d.store.NewestSendings(ctx)
	if err != nil || len(newest) == 0 {
		return nil, err
	}
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	seen, speaker := p.dismissed(), d.Speaker(p.Schedule)
	var all []SendView
	for _, s := range newest {
		bad := s.State == data.SendStopped || s.State == data.SendFailed || s.State == data.SendBack && s.Why != "" || s.State == data.SendSent && s.Why != ""
		if !s.Open() && !(bad && !slices.Contains(seen, s.ID)) {
			continue
		}
		c, err := d.store.Case(ctx, s.Application)
		if err != nil {
			return nil, err
		}
		v := d.sendView(s)
		v.Title = speaker.Title(&c, s.Item)
		all = append(all, v)
	}
	return all, nil
}

func (d *Desk) sendView(s data.Sending) SendView {
	v := SendView{Sending: s}
	switch s.State {
	case data.SendWaiting:
		v.Left, v.Back = max(0, s.Due.Sub(d.Now())), true
		if v.Left > sendDelay { // the clock was set back
			v.Left = sendDelay
		}
		v.Text = assets.N("Sending in one second.", "Sending in {{.N}} seconds.", int((v.Left+time.Second-1)/time.Second))
	case data.SendSending:
		v.Text = assets.L("Sending…")
	case data.SendLooking:
		v.Text = assets.L("Looking in Sent whether this letter left…")
	case data.SendAsked:
		v.Asks = true
		v.Text = assets.L("We could not tell whether this letter left. Look in Sent in your mail program. Did it leave?")
	case data.SendSent:
		if v.Text = s.Why; s.Why == "" { // why there is no copy
			v.Text = assets.L("Sent.")
		}
	case data.SendBack:
		v.Again, v.Text = true, s.Why
		if s.Why == "" {
			v.Text = assets.L("Taken back. Nothing was sent.")
		}
	case data.SendNotTaken:
		v.Again, v.Text = true, assets.L("Not sent, as you said. Your letter is kept.")
	default:
		v.Again, v.Text = true, s.Why
	}
	return v
}
