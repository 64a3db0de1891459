package io.esimhub.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a failure to send means, in words that may be kept: a server's own text often repeats the recipient, so only its
 * codes are passed on (RFC 5321 reply code, RFC 3463 enhanced code).
 */
final class SmtpFailure {

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private SmtpFailure() {}

    static MessagingException of(MessagingException failure, boolean dataBegun) {
        for (Exception link = failure; link != null; link = next(link)) {
            if (link instanceof SMTPAddressFailedException refused) {
                return recipient(refused);
            }
            if (link instanceof AuthenticationFailedException) {
                return new MessagingException("the mail server refuses our login");
            }
            if (link instanceof IOException broken) {
                return new MessagingException("no word from the mail server" + phase(dataBegun), broken);
            }
        }
        if (failure instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0) {
            return new MessagingException(
                    "the mail server answered " + codes(answer.getReturnCode(), answer) + phase(dataBegun));
        }
        return new MessagingException("the mail server hung up" + phase(dataBegun));
    }

    /** 550 to 553 speak of the mailbox; other codes of 500 and more may speak of us. */
    private static MessagingException recipient(SMTPAddressFailedException refused) {
        int code = refused.getReturnCode();
        return code >= 550 && code <= 553
                ? new RecipientRefused("the mail server refuses this recipient (" + codes(code, refused) + ")")
                : new MessagingException("the mail server answered " + codes(code, refused) + " to the recipient");
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException nested ? nested.getNextException() : null;
    }

    private static String codes(int code, SendFailedException answer) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(answer.getMessage()));
        return enhanced.find() ? code + " " + enhanced.group() : String.valueOf(code);
    }

    private static String phase(boolean dataBegun) {
        return dataBegun ? " after the message was begun" : " before the message";
    }
}
