package app

import (
	"strings"

	"afterword/app/mailbox"
	"afterword/app/screen"
	"afterword/assets"
)

// find is what the table of providers knows of an address.
func (m *mail) find(email string) screen.Finding {
	box, provider, known := mailbox.Find(email)
	f := screen.Finding{Connection: typedFor(box), Known: known && box.Host != "", Name: provider.Name}
	name := assets.Args{"Name": provider.Name}
	switch {
	case known && provider.NoPassword():
		_, possible := mailbox.AuthorityOf(box.Host)
		f.Browser = possible && m.clientID() != ""
		f.Barred = !f.Browser
		f.Hint = assets.L("{{.Name}} takes no password from mail programs. You sign in on its own page, in your browser.", name)
		if f.Barred {
			f.Hint = assets.L("{{.Name}} takes no password from mail programs, and this copy of Afterword is not registered there for signing in by browser. Drop or paste mails here instead, or note answers by hand.", name)
		}
	case known && provider.IMAP.Host == "127.0.0.1":
		f.Hint, f.Help = assets.L("{{.Name}} hands mail over on this computer only. It has a password of its own for that.", name), provider.HelpURL
	case known && strings.HasPrefix(provider.AppPassword, "required-with-2fa"):
		f.Hint, f.Help = assets.L("{{.Name}} takes your usual password, or an app password where you sign in with a second step.", name), provider.HelpURL
	case known && strings.HasPrefix(provider.AppPassword, "required"):
		f.Hint, f.Help = assets.L("{{.Name}} asks for an app password, not your usual one.", name), provider.HelpURL
	}
	if f.Known {
		f.Steps = passwordSteps(provider.ID)
	}
	return f
}

// passwordSteps says how to get the password that a provider takes from mail
// programs, step by step; none where the provider's page has to do.
func passwordSteps(provider string) []string {
	paste := assets.L("Copy the password it shows and paste it here.")
	switch provider {
	case "googlemail.com":
		return []string{assets.L("In your Google Account, turn on 2-Step Verification if it is off."), assets.L("Open App passwords, type Afterword as the name and create one."), assets.L("Copy the sixteen letters it shows and paste them here.")}
	case "me.com":
		return []string{assets.L("Sign in at account.apple.com and open App-Specific Passwords."), assets.L("Make one and name it Afterword."), paste}
	case "yahoo.com", "aol.com", "verizon.net":
		return []string{assets.L("Open the account security page of your account."), assets.L("Choose to create an app password, and name it Afterword."), paste}
	case "messagingengine.com", "pobox.com":
		return []string{assets.L("In the settings, open Privacy and security, then the app passwords."), assets.L("Make one for Afterword, with access to mail (IMAP)."), paste}
	case "zoho.com", "zoho.eu", "zoho.in":
		return []string{assets.L("In the settings of Zoho Mail, turn IMAP access on."), assets.L("With a second step at sign-in, make an application-specific password in your account's security page."), paste}
	case "gmx.net", "gmx.com", "web.de", "mail.com":
		return []string{assets.L("In the settings of your mailbox, open POP3 and IMAP and turn the access on."), assets.L("With a second step at sign-in, make an application-specific password in the security settings."), assets.L("Type that password here, or else your usual one.")}
	case "mailbox.org":
		return []string{assets.L("Your usual password works unless you sign in with a second step."), assets.L("With one, open Security in the settings and make an application password for Afterword."), paste}
	case "posteo.de":
		return []string{assets.L("Your usual password works here, also with a second step at sign-in."), assets.L("If you turned the extra mailbox protection on, allow access by mail programs first.")}
	case "proton":
		return []string{assets.L("Start Proton Mail Bridge and sign in there."), assets.L("Choose your account and look at its mailbox details."), assets.L("Copy the password for IMAP that Bridge shows; it is not that of your account.")}
	}
	return nil
}
