package io.esimhub.reconciliation;

import java.util.Set;
import org.springframework.beans.BeansException;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** What others would need to buy and to mail is null: nothing here comes so far as to use it. */
final class OnlyTheseParts extends DefaultListableBeanFactory {
    @Override
    public Object doResolveDependency(
            DependencyDescriptor wanted, String by, Set<String> names, TypeConverter converter) {
        try {
            return super.doResolveDependency(wanted, by, names, converter);
        } catch (BeansException notMade) {
            if (wanted.getDependencyType().getPackage() == ReconcilingHub.class.getPackage()) {
                throw notMade;
            }
            return null;
        }
    }
}
